using PayPage.UseCases.Keys;

namespace PayPage.Pages.Office.Settings.Keys;

/// <summary>A key as it is typed.</summary>
internal sealed class KeyForm
{
    public string? Name { get; set; }

    /// <summary><c>test</c> or <c>live</c>.</summary>
    public string? Mode { get; set; } = "test";

    /// <summary><c>sent</c> or <c>signed</c>.</summary>
    public string? Kind { get; set; } = "sent";

    /// <summary>Null where none is ticked. Not an empty list: the framework would fill that one, and cannot.</summary>
    public IReadOnlyList<string>? Scopes { get; set; }

    public string? Signer { get; set; }

    public KeyWords Words => new(Name, Mode, Kind, Scopes ?? [], Signer);
}
