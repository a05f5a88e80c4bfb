using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.SignIn.Passkeys;

/// <summary>Where passkeys lie: public keys, which are no secret.</summary>
internal static class PasskeyRows
{
    /// <summary>A passkey as its device has just proven it: a new row, or the count of its uses in the one that is there.</summary>
    public static async Task PutAsync(Unit unit, Guid user, UserPasskeyInfo passkey, CancellationToken ct)
    {
        var row = await unit.Db.UserPasskeys.SingleOrDefaultAsync(p => p.CredentialId == passkey.CredentialId, ct);

        if (row is null)
        {
            unit.Db.UserPasskeys.Add(new IdentityUserPasskey<Guid> { UserId = user, CredentialId = passkey.CredentialId, Data = DataOf(passkey) });
            return;
        }

        row.Data.SignCount = passkey.SignCount;
        row.Data.IsBackedUp = passkey.IsBackedUp;
        row.Data.IsUserVerified = passkey.IsUserVerified;
    }

    private static IdentityPasskeyData DataOf(UserPasskeyInfo passkey) => new()
    {
        PublicKey = passkey.PublicKey,
        Name = passkey.Name,
        CreatedAt = passkey.CreatedAt,
        SignCount = passkey.SignCount,
        Transports = passkey.Transports,
        IsUserVerified = passkey.IsUserVerified,
        IsBackupEligible = passkey.IsBackupEligible,
        IsBackedUp = passkey.IsBackedUp,
        AttestationObject = passkey.AttestationObject,
        ClientDataJson = passkey.ClientDataJson,
    };
}
