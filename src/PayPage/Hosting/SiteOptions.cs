namespace PayPage.Hosting;

/// <summary>Section <c>PayPage</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "PayPage";

    /// <summary>The address that payers and processors reach, e.g. <c>https://pay.example.com</c>. Links are built from it alone.</summary>
    /// <remarks>Required outside Development; there the default is the address that the site listens on.</remarks>
    public Uri? PublicBaseUrl { get; init; }
}

/// <summary>Section <c>Sandbox</c>.</summary>
public sealed class SandboxSettings
{
    public const string Section = "Sandbox";

    /// <summary>Where our server reaches a sandbox that runs elsewhere. Null: this process hosts it.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Where payers reach the sandbox that this process hosts. Null: where they reach the site.</summary>
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>Outside Development the sandbox only runs where this says so: for trials.</summary>
    public bool AllowInProduction { get; init; }

    /// <summary>How long a pending bank payment takes in the sandbox. Default 30 s.</summary>
    public TimeSpan? BankSettleTime { get; init; }

    /// <summary>How long the sandbox's hanging faults hang. Default 60 s.</summary>
    public TimeSpan? HangTime { get; init; }
}
