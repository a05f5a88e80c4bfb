namespace PayPage.Demo;

/// <summary>Section <c>Demo</c>.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Whether a demo merchant with invoices in every state is seeded. Null: in Development only.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The demo merchant's API key, for scripts. Null: one is made and kept in the data directory.</summary>
    public string? ApiKey { get; init; }
}
