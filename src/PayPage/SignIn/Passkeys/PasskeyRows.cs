using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.SignIn.Passkeys;

/// <summary>Where passkeys lie: public keys, which are no secret.</summary>
internal static class PasskeyRows
{
    /// <summary>A passkey that its device has just made.</summary>
    /// <returns>False when there is one of that id already, whosever it is.</returns>
    public static async Task<bool> AddAsync(Unit unit, Guid user, UserPasskeyInfo passkey, CancellationToken ct)
    {
        if (await unit.Db.UserPasskeys.AnyAsync(p => p.CredentialId == passkey.CredentialId, ct))
        {
            return false;
        }

        unit.Db.UserPasskeys.Add(new IdentityUserPasskey<Guid> { UserId = user, CredentialId = passkey.CredentialId, Data = DataOf(passkey) });
        return true;
    }

    /// <summary>The count of a passkey's uses, as its device has just proven it.</summary>
    /// <returns>False when the person has it no longer: it was removed while it was being used.</returns>
    public static async Task<bool> CountAsync(Unit unit, Guid user, UserPasskeyInfo passkey, CancellationToken ct)
    {
        if (await unit.Db.UserPasskeys.SingleOrDefaultAsync(p => p.CredentialId == passkey.CredentialId && p.UserId == user, ct) is not { } row)
        {
            return false;
        }

        row.Data.SignCount = passkey.SignCount;
        row.Data.IsBackedUp = passkey.IsBackedUp;
        row.Data.IsUserVerified = passkey.IsUserVerified;
        return true;
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
