using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Events;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Events;

namespace PayPage.UseCases.Webhooks;

/// <summary>A colleague adds a place that is told of events, or changes what he wrote of it.</summary>
internal sealed class WriteEndpoint(WriteSeam write, IWebhookSender sender, IWebhookVault vault, RandomBytes random, TimeProvider clock)
{
    private const string Inside = "This name leads into a private network. Write one that everybody can reach.";

    /// <param name="id">Comes with the form, so that the same form sent twice adds one endpoint.</param>
    public async Task<Outcome> AddAsync(WebhookEndpointId id, EndpointWords words, Caller caller, CancellationToken ct)
    {
        var typed = new TypedFields();
        return await ReadAsync(words, typed, ct) is { } read
            ? await write.RunAsync((unit, token) => AddAsync(unit, id, read, caller, token), ct)
            : new Outcome.Faulty(typed.Faults);
    }

    /// <param name="seen">The endpoint's version when the form was shown.</param>
    public async Task<Outcome> ChangeAsync(WebhookEndpointId id, long seen, EndpointWords words, Caller caller, CancellationToken ct)
    {
        var typed = new TypedFields();
        return await ReadAsync(words, typed, ct) is { } read
            ? await write.RunAsync((unit, token) => ChangeAsync(unit, id, seen, read, caller, token), ct)
            : new Outcome.Faulty(typed.Faults);
    }

    private async Task<Outcome> AddAsync(Unit unit, WebhookEndpointId id, Sound read, Caller caller, CancellationToken ct)
    {
        // Two who add at once meet here, so that ten stay ten.
        await EventCounters.RaiseAsync(unit, caller.MerchantId, caller.Mode, 0, ct);

        if (await unit.Db.Endpoints.AnyAsync(e => e.Id == id, ct))
        {
            return await Endpoints.OneAsync(unit.Db, id, caller, ct) is null ? new Outcome.NoSuchEndpoint() : new Outcome.Saved(id);
        }

        if (await Endpoints.Of(unit.Db, caller).CountAsync(ct) >= WebhookEndpoint.Most)
        {
            return new Outcome.Faulty(new Dictionary<string, string> { [""] = $"There are {WebhookEndpoint.Most} endpoints already, which is the most. Remove one first." });
        }

        var secrets = new WebhookSecrets(WebhookSecrets.New(random));
        var endpoint = new WebhookEndpoint
        {
            Id = id,
            MerchantId = caller.MerchantId,
            Mode = caller.Mode,
            Url = read.Url,
            Description = read.Description,
            SealedSecrets = vault.Seal(secrets),
            CreatedAt = clock.GetUtcNow(),
        };
        endpoint.Choose(read.Types);
        unit.Db.Endpoints.Add(endpoint);
        return new Outcome.Added(id, secrets.Current);
    }

    private static async Task<Outcome> ChangeAsync(Unit unit, WebhookEndpointId id, long seen, Sound read, Caller caller, CancellationToken ct)
    {
        if (await Endpoints.OneAsync(unit.Db, id, caller, ct) is not { } endpoint)
        {
            return new Outcome.NoSuchEndpoint();
        }

        if (endpoint.Version != seen)
        {
            return new Outcome.Overtaken(EndpointWords.Of(endpoint), endpoint.Version);
        }

        (endpoint.Url, endpoint.Description) = (read.Url, read.Description);
        endpoint.Choose(read.Types);
        return new Outcome.Saved(id);
    }

    /// <returns>Null when something is wrong with it.</returns>
    private async Task<Sound?> ReadAsync(EndpointWords words, TypedFields typed, CancellationToken ct)
    {
        var description = typed.Text(nameof(words.Description), words.Description, WebhookEndpoint.DescriptionLength);
        var types = words.AllEvents ? null : words.Events.Where(name => EventTypes.TryRead(name, out var type) && EventTypes.ToChoose.Contains(type))
            .Select(name => EventTypes.TryRead(name, out var type) ? type : default).Distinct().ToList();

        if (types is { Count: 0 })
        {
            typed.Refuse(nameof(words.Events), "Choose at least one event, or all.");
        }

        var url = Uri.TryCreate((words.Url ?? "").Trim(), UriKind.Absolute, out var address) && address.Fragment.Length == 0 && address.AbsoluteUri.Length <= WebhookEndpoint.UrlLength
            ? address
            : null;

        if (url is null)
        {
            typed.Refuse(nameof(words.Url), $"Write a whole address of at most {WebhookEndpoint.UrlLength} characters that begins with https://, for example https://shop.example.com/hooks/paypage.");
        }
        else if (sender.Objection(url) is { } objection)
        {
            typed.Refuse(nameof(words.Url), objection);
        }
        else if (await sender.LeadsInsideAsync(url, ct))
        {
            typed.Refuse(nameof(words.Url), Inside);
        }

        return typed.AreSound && url is not null ? new Sound(url, description, types) : null;
    }

    private sealed record Sound(Uri Url, string? Description, IReadOnlyList<EventType>? Types);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Secret">To be shown this once.</param>
        internal sealed record Added(WebhookEndpointId Id, string Secret) : Outcome;

        /// <summary>Changed; or the form that added it was sent a second time.</summary>
        internal sealed record Saved(WebhookEndpointId Id) : Outcome;

        /// <param name="Messages">What is wrong and what to do, by the member's name.</param>
        internal sealed record Faulty(IReadOnlyDictionary<string, string> Messages) : Outcome;

        /// <summary>A colleague was faster. Nothing was written.</summary>
        internal sealed record Overtaken(EndpointWords Now, long Version) : Outcome;

        internal sealed record NoSuchEndpoint : Outcome;
    }
}

/// <summary>What a person types of an endpoint.</summary>
/// <param name="Events">Names of events; worth something only without <paramref name="AllEvents"/>.</param>
internal sealed record EndpointWords(string? Url, string? Description, bool AllEvents, IReadOnlyList<string> Events)
{
    public static EndpointWords Of(WebhookEndpoint endpoint) => new(
        endpoint.Url.AbsoluteUri, endpoint.Description, endpoint.Types is null, [.. (endpoint.Chosen ?? []).Select(type => type.Name())]);
}
