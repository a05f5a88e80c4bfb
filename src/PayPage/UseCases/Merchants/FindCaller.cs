using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Keys;

namespace PayPage.UseCases.Merchants;

/// <summary>From the API key that came with a call to the merchant it speaks for. Reads only.</summary>
internal sealed class FindCaller(PayPageDbContext db)
{
    /// <param name="key">As it was sent. Looked up by its hash, so no comparison gives away how much of it was right.</param>
    /// <returns>Null for an unknown or revoked key, and for one that signs: whoever sends that has given it away.</returns>
    public async Task<KnownKey?> HandleAsync(string key, CancellationToken ct)
    {
        var hash = Secret.Hash(key);
        var found = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash && k.Kind == ApiKeyKind.Bearer && k.RevokedAt == null, ct);

        return found is null ? null : KnownKey.Of(found);
    }
}
