using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Team;

namespace PayPage.SignIn;

/// <summary>How often passwords and codes of an account may be tried. A try is counted before anything is compared, so a hundred at once are no more than five.</summary>
/// <remarks>Passwords and codes count together. The last try locks at once, and unlocks again should it be the right one.</remarks>
internal sealed class Tries(WriteSeam write, PayPageDbContext db, IOptions<SignInOptions> options, TimeProvider clock)
{
    public int Most => options.Value.TriesBeforeLock;

    /// <returns>Null when the account is locked: then nothing may be compared, so that nobody learns anything from it.</returns>
    public Task<Try?> TakeAsync(UserId user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var most = Most;
        DateTimeOffset? until = now.AddMinutes(options.Value.LockMinutes);

        return write.RunAsync(
            async (unit, token) =>
            {
                var own = unit.Db.Users.Where(u => u.Id == user.Value);
                var taken = await own.Where(u => u.LockoutEnd == null || u.LockoutEnd <= now).ExecuteUpdateAsync(
                    set => set.SetProperty(u => u.LockoutEnd, u => u.AccessFailedCount + 1 >= most ? until : null)
                        .SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1 >= most ? 0 : u.AccessFailedCount + 1),
                    token);
                var count = taken == 1 ? await own.Select(u => (int?)u.AccessFailedCount).SingleAsync(token) : null;
                return count == 0 ? new Try(most, until) : count is { } number ? new Try(number, null) : null;
            },
            ct);
    }

    /// <summary>It was the right one: what was tried before does not count any more. Also what an operator does for somebody. May be repeated.</summary>
    public Task ForgiveAsync(UserId user, CancellationToken ct) => write.RunAsync(
        (unit, token) => unit.Db.Users.Where(u => u.Id == user.Value).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null).SetProperty(u => u.AccessFailedCount, 0), token),
        ct);

    /// <summary>It was the right one, but does not open by itself: as if this try had not been. What others tried meanwhile stays counted, and their lock stays.</summary>
    public Task GiveBackAsync(UserId user, Try own, CancellationToken ct) => write.RunAsync(
        (unit, token) => own.Until is { } until
            ? unit.Db.Users.Where(u => u.Id == user.Value && u.LockoutEnd == until).ExecuteUpdateAsync(
                set => set.SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null).SetProperty(u => u.AccessFailedCount, own.Number - 1), token)

            // A smaller count than this try's was forgiven or given back meanwhile: better one try too many stays counted than one too few.
            : unit.Db.Users.Where(u => u.Id == user.Value && u.AccessFailedCount >= own.Number && u.LockoutEnd == null).ExecuteUpdateAsync(
                set => set.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount - 1), token),
        ct);

    /// <returns>For how many minutes the account is locked still, rounded up; 0 when it is not.</returns>
    public async Task<int> MinutesLockedAsync(UserId user, CancellationToken ct)
    {
        var until = await db.Users.Where(u => u.Id == user.Value).Select(u => u.LockoutEnd).SingleOrDefaultAsync(ct);
        return until - clock.GetUtcNow() is { Ticks: > 0 } left ? (int)Math.Ceiling(left.TotalMinutes) : 0;
    }

    /// <param name="Number">Which try this is, 1 to <see cref="Most"/>.</param>
    /// <param name="Until">How long the lock lasts that this try has set, being the last one; null: it has set none.</param>
    internal sealed record Try(int Number, DateTimeOffset? Until);
}
