using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Keys;
using PayPage.UseCases.Team;
using PayPage.Wording;

namespace PayPage.Pages.Office.Settings.Keys;

/// <summary>What the pages about API keys share.</summary>
internal abstract class KeyPage : OfficePage
{
    /// <summary><c>key_…</c>; empty where no key is meant.</summary>
    [FromRoute(Name = "key")]
    public string KeyText { get; init; } = "";

    /// <summary>One that nobody has, where the address names none.</summary>
    protected ApiKeyId KeyId => ApiKeyId.TryParse(KeyText, out var id) ? id : default;

    public string Moment(DateTimeOffset at) => Words.Moment(at, Merchant.Zone);

    /// <summary>The date at the merchant's place: to the minute nobody needs it in a table.</summary>
    public string Day(DateTimeOffset at) => Words.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Merchant.Zone).DateTime));

    public static string ModeWord(ApiKey key) => key.Mode == Domain.Mode.Live ? "Live" : "Test";

    /// <summary>What it may do, e.g. <c>read, write</c>.</summary>
    public static string ScopesOf(ApiKey key) => string.Join(", ", KeyWords.NamesOf(key.Scopes));

    /// <summary>By what people know it again.</summary>
    public static string MarkOf(ApiKey key) => key.Kind == ApiKeyKind.SharedSecret ? key.Id.Uuid : key.Shown is { } shown ? $"{shown}…" : "beginning not kept";

    /// <returns>Null where it was no colleague.</returns>
    public static string? NameOf(string? actor, ListKeys.View view) =>
        actor is not null && view.Names.TryGetValue(actor, out var who) && who.Kind == ActorKind.Colleague ? who.Name : null;
}
