using System.Globalization;
using System.Text;
using PayPage.Domain.Webhooks;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>Merchants' own systems, which hear of events: what they were told, and that it was signed with the secret they were given.</summary>
internal sealed class HookRoom(World world)
{
    private readonly Dictionary<Uri, string> _secrets = [];
    private readonly Dictionary<string, string> _taken = [];
    private readonly HashSet<WebhookEndpointId> _turnedOff = [];

    public static string IdOf(WebhookRequest request) => Header(request, "webhook-id");

    public void Open(Uri address, string secret) => _secrets.Add(address, secret);

    public bool Has(string eventId) => _taken.ContainsKey(eventId);

    /// <summary>Whether it once said that it wants no more, or was given up.</summary>
    public bool WasTurnedOff(WebhookEndpointId id) => _turnedOff.Contains(id);

    public void TurnOff(WebhookEndpointId id) => _turnedOff.Add(id);

    /// <summary>Twice is no harm: but the same id must say the same, byte by byte.</summary>
    public void Take(WebhookRequest request)
    {
        var (id, body) = (IdOf(request), Encoding.UTF8.GetString(request.Body.Span));
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Header(request, "webhook-timestamp"), CultureInfo.InvariantCulture));
        world.Must(
            Header(request, "webhook-signature") == WebhookSignature.Of([_secrets[request.Address]], id, at, body), $"{id} is not signed with the secret of {request.Address}.");
        world.Must(!_taken.TryGetValue(id, out var before) || before == body, $"{id} says something else the second time.");
        _taken[id] = body;
    }

    private static string Header(WebhookRequest request, string name) => request.Headers.Single(h => h.Name == name).Value;
}
