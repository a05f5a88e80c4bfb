using Microsoft.AspNetCore.Identity;
using PayPage.Data.Users;
using PayPage.Domain.Team;

namespace PayPage.SignIn;

/// <summary>Asks a person who is signed in for the password once more, before something is changed that a thief at an unattended screen would change.</summary>
internal sealed class PasswordGate(UserManager<OfficeUser> users, IPasswordHasher<OfficeUser> hasher, Tries tries)
{
    public const string Wrong = "This is not your password.";
    public const string Locked = "Too many wrong tries. Wait a quarter of an hour, then try again.";

    /// <returns>Null when it is the right one, or the account has none; else what to say.</returns>
    public async Task<string?> ObjectionAsync(UserId id, string? password, CancellationToken ct)
    {
        if (await users.FindByIdAsync($"{id.Value}") is not { PasswordHash: { } hash } user)
        {
            return null;
        }

        if (await tries.TakeAsync(id, ct) is null)
        {
            return Locked;
        }

        if (hasher.VerifyHashedPassword(user, hash, password ?? "") == PasswordVerificationResult.Failed)
        {
            return Wrong;
        }

        await tries.ForgiveAsync(id, ct);
        return null;
    }
}
