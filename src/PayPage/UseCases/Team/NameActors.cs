using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Team;

/// <summary>Who they were that did something: the history keeps ids, people read names. Reads only.</summary>
internal sealed class NameActors(PayPageDbContext db)
{
    private const string UserPrefix = "usr_";
    private const string KeyPrefix = "key_";

    /// <param name="actors">As they stand in this merchant's own history, which is what entitles it to the names of people who left.</param>
    /// <returns>One for each actor, by its id; somebody whom nobody knows any more is <see cref="ActorKind.Unknown"/>.</returns>
    public async Task<IReadOnlyDictionary<string, ActorName>> HandleAsync(IEnumerable<string> actors, Caller caller, CancellationToken ct)
    {
        string[] all = [.. actors.Distinct(StringComparer.Ordinal)];
        Guid[] users = [.. IdsOf(UserPrefix, all)];
        ApiKeyId[] keys = [.. IdsOf(KeyPrefix, all).Select(id => new ApiKeyId(id))];
        var names = users.Length == 0
            ? []
            : await db.People.Where(p => users.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var keyNames = keys.Length == 0
            ? []
            : await db.ApiKeys.Where(k => k.MerchantId == caller.MerchantId && keys.Contains(k.Id)).ToDictionaryAsync(k => k.Id, k => k.Name, ct);

        return all.ToDictionary(actor => actor, Named, StringComparer.Ordinal);

        ActorName Named(string actor) => actor switch
        {
            Actor.Payer => new ActorName(ActorKind.Payer),
            Actor.Processor => new ActorName(ActorKind.Processor),
            Actor.Fort => new ActorName(ActorKind.Fort),
            Actor.System => new ActorName(ActorKind.System),
            _ when IdOf(UserPrefix, actor) is { } user && names.TryGetValue(user, out var name) => new ActorName(ActorKind.Colleague, name),
            _ when IdOf(KeyPrefix, actor) is { } key && keyNames.TryGetValue(new ApiKeyId(key), out var name) => new ActorName(ActorKind.ApiKey, name),
            _ => new ActorName(ActorKind.Unknown),
        };
    }

    private static IEnumerable<Guid> IdsOf(string prefix, IEnumerable<string> actors) => actors.Select(actor => IdOf(prefix, actor)).OfType<Guid>();

    private static Guid? IdOf(string prefix, string actor) =>
        actor.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParseExact(actor[prefix.Length..], "N", out var id) ? id : null;
}

/// <param name="Name">Of a colleague or a key; null for all others.</param>
internal sealed record ActorName(ActorKind Kind, string? Name = null);

internal enum ActorKind
{
    Payer,
    Processor,

    /// <summary>We ourselves, by the clock or because a rule says so.</summary>
    System,
    Colleague,

    /// <summary>Another system of the merchant's.</summary>
    ApiKey,

    /// <summary>A system of the merchant's that came through PayFort's door.</summary>
    Fort,
    Unknown,
}
