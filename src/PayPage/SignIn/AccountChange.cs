using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;
using PayPage.UseCases.Outbox;

namespace PayPage.SignIn;

/// <summary>
/// What all changes of how a person signs in have in common, in the same commit: the account gets another stamp, so that cookies and reset mails from
/// before are worth nothing; the other sessions end; and a mail tells the person, who may be the first to notice a thief.
/// </summary>
internal sealed class AccountChange(WriteSeam write, PromiseToColleague promise, IdSource ids, TimeProvider clock)
{
    /// <param name="keep">The session that goes on, because the change was made in it; null: none.</param>
    /// <param name="change">Returns false when nothing is to be changed after all. May run several times (<see cref="WriteSeam"/>).</param>
    /// <returns>The account as it is now; null where there is none, or nothing was changed.</returns>
    public Task<OfficeUser?> RunAsync(
        UserId id, SessionId? keep, OutboxKind notice, Func<Unit, OfficeUser, CancellationToken, Task<bool>> change, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await unit.Db.Users.SingleOrDefaultAsync(u => u.Id == id.Value, token) is not { } user || !await change(unit, user, token))
            {
                return null;
            }

            user.SecurityStamp = $"{ids.Next():N}";
            user.ConcurrencyStamp = $"{ids.Next():N}";
            (await unit.Db.Sessions.Where(s => s.UserId == id && s.EndedAt == null && s.Id != keep).ToListAsync(token)).ForEach(s => s.End(clock.GetUtcNow()));
            promise.OfAccount(unit, id, notice);
            return user;
        },
        ct);
}
