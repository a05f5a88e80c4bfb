using Microsoft.AspNetCore.Identity;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Team;

namespace PayPage.SignIn;

/// <summary>In by e-mail address and password. An unknown address, a wrong password and a locked account are answered alike, and take alike long.</summary>
/// <remarks>Of a locked account nobody is told: whoever went on guessing would learn from it that he had guessed right.</remarks>
internal sealed partial class PasswordDoor(
    UserManager<OfficeUser> users, OfficeSignInManager signIn, IPasswordHasher<OfficeUser> hasher, Tries tries, TimeProvider clock, ILogger<PasswordDoor> log)
{
    private static readonly OfficeUser Nobody = new() { Name = "", CreatedAt = default };
    private static readonly Lock Once = new();
    private static string? _hashOfNothing;

    /// <param name="stay">Whether the browser is remembered after it was closed.</param>
    public async Task<DoorAnswer> TryAsync(string email, string password, bool stay, CancellationToken ct)
    {
        var began = clock.GetTimestamp();

        if (await JudgeAsync(email, password, ct) is { } user)
        {
            return await signIn.EnterAsync(user, stay) ? DoorAnswer.Open : DoorAnswer.SecondFactor;
        }

        await Evenly.WaitAsync(clock, began, ct);
        return DoorAnswer.Wrong;
    }

    /// <returns>Null: not in.</returns>
    private async Task<OfficeUser?> JudgeAsync(string email, string password, CancellationToken ct)
    {
        // Asked in the form in which addresses are kept. What is none is nobody's, and some of it cannot even be looked up.
        var known = EmailAddress.TryParse(email, out var address) ? await users.FindByEmailAsync(address) : null;

        if (known is not { PasswordHash: { } hash } user || await tries.TakeAsync(new UserId(user.Id), ct) is not { } taken)
        {
            hasher.VerifyHashedPassword(Nobody, HashOfNothing(), password);
            return null;
        }

        var id = new UserId(user.Id);

        if (hasher.VerifyHashedPassword(user, hash, password) == PasswordVerificationResult.Failed)
        {
            if (taken.Until is not null)
            {
                LogLocked(id);
            }

            return null;
        }

        // Not forgiven while a code is to come: whoever knows the password would get five tries for the code again and again.
        await (user.TwoFactorEnabled ? tries.GiveBackAsync(id, taken, ct) : tries.ForgiveAsync(id, ct));
        return user;
    }

    private string HashOfNothing()
    {
        lock (Once)
        {
            return _hashOfNothing ??= hasher.HashPassword(Nobody, "nobody has this one");
        }
    }

    [LoggerMessage(8001, LogLevel.Warning, "{UserId} is locked: too many wrong passwords.")]
    private partial void LogLocked(UserId userId);
}

/// <param name="LockedMinutes">0 unless the account is locked.</param>
internal sealed record DoorAnswer(bool IsOpen, bool NeedsSecondFactor, int LockedMinutes)
{
    public static readonly DoorAnswer Open = new(true, false, 0);
    public static readonly DoorAnswer Wrong = new(false, false, 0);
    public static readonly DoorAnswer SecondFactor = new(false, true, 0);

    public static DoorAnswer Locked(int minutes) => new(false, false, minutes);
}
