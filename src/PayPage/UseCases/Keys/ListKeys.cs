using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Team;

namespace PayPage.UseCases.Keys;

/// <summary>A merchant's API keys, with who made and revoked them. Of both modes: a test key goes on working when real money is taken. Reads only.</summary>
internal sealed class ListKeys(PayPageDbContext db, NameActors nameActors)
{
    private const int MostRevoked = 20;

    public async Task<View> HandleAsync(Caller caller, CancellationToken ct)
    {
        var mine = db.ApiKeys.AsNoTracking().Where(k => k.MerchantId == caller.MerchantId);
        var inUse = await mine.Where(k => k.RevokedAt == null).OrderByDescending(k => k.CreatedAt).ThenBy(k => k.Id).ToListAsync(ct);
        var revoked = await mine.Where(k => k.RevokedAt != null).OrderByDescending(k => k.RevokedAt).ThenBy(k => k.Id).Take(MostRevoked).ToListAsync(ct);
        var actors = inUse.Concat(revoked).SelectMany(k => new[] { k.CreatedBy, k.RevokedBy }).OfType<string>();

        return new View(inUse, revoked, await nameActors.HandleAsync(actors, caller, ct));
    }

    /// <returns>Null when this merchant has no such key that can be used.</returns>
    public Task<ApiKey?> OneAsync(ApiKeyId id, Caller caller, CancellationToken ct) =>
        db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id && k.MerchantId == caller.MerchantId && k.RevokedAt == null, ct);

    /// <param name="InUse">The newest first.</param>
    /// <param name="Revoked">The last ones.</param>
    /// <param name="Names">Of those who made and revoked them, by their ids.</param>
    internal sealed record View(IReadOnlyList<ApiKey> InUse, IReadOnlyList<ApiKey> Revoked, IReadOnlyDictionary<string, ActorName> Names);
}
