using PayPage.UseCases.Webhooks;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>An endpoint as it is typed.</summary>
internal sealed class EndpointForm
{
    public string? Url { get; set; }

    public string? Description { get; set; }

    /// <summary><c>all</c> or <c>some</c>.</summary>
    public string? Which { get; set; } = "all";

    /// <summary>Null where none is ticked. Not an empty list: the framework would fill that one, and cannot.</summary>
    public IReadOnlyList<string>? Events { get; set; }

    public EndpointWords Words => new(Url, Description, Which != "some", Events ?? []);

    public static EndpointForm Of(EndpointWords words) =>
        new() { Url = words.Url, Description = words.Description, Which = words.AllEvents ? "all" : "some", Events = words.Events };
}
