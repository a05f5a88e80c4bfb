using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Webhooks;
using PayPage.Wording;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>What the pages about webhooks share.</summary>
internal abstract class WebhookPage : OfficePage
{
    /// <summary><c>whe_…</c>; empty where no endpoint is meant.</summary>
    [FromRoute(Name = "endpoint")]
    public string EndpointText { get; init; } = "";

    /// <summary>The endpoint's version when the form was shown.</summary>
    [BindProperty, FromForm]
    public string? Seen { get; set; }

    // What is no version was never one: somebody else's it is then.
    protected long SeenVersion => long.TryParse(Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>One that nobody has, where the address names none.</summary>
    protected WebhookEndpointId EndpointId => WebhookEndpointId.TryParse(EndpointText, out var id) ? id : default;

    /// <summary>Of the endpoint, or of something that can be done with it.</summary>
    public string Here(string rest = "") => EndpointPath(EndpointId, rest);

    public string EndpointPath(WebhookEndpointId id, string rest = "") => Path($"settings/webhooks/{id}{(rest.Length == 0 ? "" : "/")}{rest}");

    public string Moment(DateTimeOffset at) => Words.Moment(at, Merchant.Zone);

    /// <summary>For headings: the whole address may be long.</summary>
    public static string NameOf(WebhookEndpoint endpoint) => endpoint.Description ?? endpoint.Url.Host;

    protected static string Written(long version) => version.ToString(CultureInfo.InvariantCulture);
}
