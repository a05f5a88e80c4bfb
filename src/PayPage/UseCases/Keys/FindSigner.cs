using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Keys;

/// <summary>From the key id in a signed call to what it must have been signed with. Reads only; it proves nothing yet.</summary>
internal sealed class FindSigner(PayPageDbContext db, IApiSecretVault vault)
{
    /// <returns>Null for an unknown or revoked key, for one that is sent, and where its secret cannot be opened any more.</returns>
    public async Task<Signer?> HandleAsync(ApiKeyId id, CancellationToken ct)
    {
        var found = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id && k.Kind == ApiKeyKind.SharedSecret && k.RevokedAt == null, ct);

        return found is { SealedSecret: { } stored, Signer: { } name } && vault.Unseal(stored) is { } secret
            ? new Signer(KnownKey.Of(found), name, secret)
            : null;
    }
}

/// <param name="Name">The merchant id that the call must name.</param>
/// <param name="Secret">Never logged.</param>
internal sealed record Signer(KnownKey Key, string Name, byte[] Secret)
{
    public override string ToString() => $"{Key.Id}";
}
