using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;
using PayPage.SignIn.Codes;
using PayPage.UseCases.Outbox;

namespace PayPage.SignIn;

/// <summary>The second step in: a code of the app, or one from paper. Only for whoever gave the right password a few minutes ago, in the same browser.</summary>
internal sealed partial class CodeDoor(
    WriteSeam write, OfficeSignInManager signIn, SecondFactorRows rows, Tries tries, PromiseToColleague promise, IdSource ids, TimeProvider clock, ILogger<CodeDoor> log)
{
    public async Task<bool> IsSomebodyWaitingAsync() => await signIn.WaitingAsync() is not null;

    /// <param name="stay">Whether the browser is remembered after it was closed.</param>
    /// <returns>Null when nobody waits at this door: the password comes first, or came too long ago.</returns>
    public Task<DoorAnswer?> TryCodeAsync(string? code, bool stay, CancellationToken ct) => TryAsync(
        (factor, _) => factor.Key is { } key && TimeCode.Check(key, code ?? "", clock.GetUtcNow(), factor.LastStep) is { } step ? factor with { LastStep = step } : null,
        stay, ct);

    /// <summary>The same with a recovery code. It is spent, and a mail says so.</summary>
    public Task<DoorAnswer?> TryRecoveryAsync(string? code, bool stay, CancellationToken ct) => TryAsync(
        (factor, use) =>
        {
            var left = RecoveryCodes.Spend(factor.RecoveryCodes, code ?? "");

            if (left is not null)
            {
                promise.OfAccount(use.Unit, use.User, OutboxKind.SecurityMail);
            }

            return left is null ? null : factor with { RecoveryCodes = left };
        },
        stay, ct);

    /// <param name="judge">Returns what is kept after it; null when the code was wrong.</param>
    private async Task<DoorAnswer?> TryAsync(Func<SecondFactor, (Unit Unit, UserId User), SecondFactor?> judge, bool stay, CancellationToken ct)
    {
        if (await signIn.WaitingAsync() is not { } waiting)
        {
            return null;
        }

        var id = new UserId(waiting.Id);

        if (await tries.TakeAsync(id, ct) is null)
        {
            return DoorAnswer.Locked(await tries.MinutesLockedAsync(id, ct));
        }

        if (await write.RunAsync((unit, token) => SpendAsync(unit, waiting, judge, token), ct) is not { } user)
        {
            var minutes = await tries.MinutesLockedAsync(id, ct);

            if (minutes > 0)
            {
                LogLocked(id);
            }

            return minutes > 0 ? DoorAnswer.Locked(minutes) : DoorAnswer.Wrong;
        }

        await tries.ForgiveAsync(id, ct);
        await signIn.LetInAsync(user, stay);
        return DoorAnswer.Open;
    }

    /// <summary>Judged and spent in one unit: a code that is sent twice at once is right once.</summary>
    private async Task<OfficeUser?> SpendAsync(Unit unit, OfficeUser waiting, Func<SecondFactor, (Unit Unit, UserId User), SecondFactor?> judge, CancellationToken ct)
    {
        var user = await unit.Db.Users.SingleOrDefaultAsync(u => u.Id == waiting.Id && u.TwoFactorEnabled && u.SecurityStamp == waiting.SecurityStamp, ct);

        if (user is null || judge(await rows.ReadAsync(unit.Db, user.Id, ct), (unit, new UserId(user.Id))) is not { } after)
        {
            return null;
        }

        user.ConcurrencyStamp = $"{ids.Next():N}";
        await rows.WriteAsync(unit, user.Id, after, ct);
        return user;
    }

    [LoggerMessage(8002, LogLevel.Warning, "{UserId} is locked: too many wrong codes.")]
    private partial void LogLocked(UserId userId);
}
