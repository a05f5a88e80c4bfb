using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Team;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>The browsers in which a person is signed in, for himself.</summary>
internal sealed class OwnSessions(PayPageDbContext db, OfficeSessions sessions, TimeProvider clock)
{
    /// <returns>All that can still be used, the one used last first. However many: a thief's, which only reads, would be the first to be left out.</returns>
    public async Task<IReadOnlyList<OfficeSession>> ListAsync(Person me, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Sessions.AsNoTracking().Where(s => s.UserId == me.Id && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.SeenAt).ToListAsync(ct);
    }

    /// <summary>Another person's session is not touched. May be repeated.</summary>
    public Task EndAsync(Person me, SessionId id, CancellationToken ct) => sessions.EndAsync(me.Id, id, ct);

    /// <summary>All but the one that asks.</summary>
    public Task EndOthersAsync(Person me, CancellationToken ct) => sessions.EndAllAsync(me.Id, me.Session, ct);
}
