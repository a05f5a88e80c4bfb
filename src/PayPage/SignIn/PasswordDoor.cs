using Microsoft.AspNetCore.Identity;
using PayPage.Data.Users;
using PayPage.Domain.Team;

namespace PayPage.SignIn;

/// <summary>In by e-mail address and password. An unknown address and a wrong password are answered alike, and take alike long.</summary>
internal sealed partial class PasswordDoor(
    UserManager<OfficeUser> users, SignInManager<OfficeUser> signIn, IPasswordHasher<OfficeUser> hasher, TimeProvider clock, ILogger<PasswordDoor> log)
{
    private static readonly OfficeUser Nobody = new() { Name = "", CreatedAt = default };
    private static readonly Lock Once = new();
    private static string? _hashOfNothing;

    /// <param name="stay">Whether the browser is remembered after it was closed.</param>
    public async Task<DoorAnswer> TryAsync(string email, string password, bool stay)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
        {
            hasher.VerifyHashedPassword(Nobody, HashOfNothing(), password);
            return DoorAnswer.Wrong;
        }

        var result = await signIn.PasswordSignInAsync(user, password, stay, lockoutOnFailure: true);

        if (result.IsLockedOut)
        {
            LogLocked(new UserId(user.Id));
        }

        return result switch
        {
            { Succeeded: true } => DoorAnswer.Open,
            { RequiresTwoFactor: true } => DoorAnswer.SecondFactor,

            // Said only to whoever knows the password: to others a locked account looks like one that is not there.
            { IsLockedOut: true } when await users.CheckPasswordAsync(user, password) => DoorAnswer.Locked(MinutesLeft(user)),
            _ => DoorAnswer.Wrong,
        };
    }

    private int MinutesLeft(OfficeUser user) => Math.Max(1, (int)Math.Ceiling(((user.LockoutEnd ?? clock.GetUtcNow()) - clock.GetUtcNow()).TotalMinutes));

    private string HashOfNothing()
    {
        lock (Once)
        {
            return _hashOfNothing ??= hasher.HashPassword(Nobody, "nobody has this one");
        }
    }

    [LoggerMessage(8001, LogLevel.Warning, "{UserId} is locked: too many wrong passwords or codes.")]
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
