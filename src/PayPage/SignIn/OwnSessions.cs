using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Team;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>The browsers in which a person is signed in, for himself.</summary>
internal sealed class OwnSessions(PayPageDbContext db, OfficeSessions sessions)
{
    private const int Most = 50;

    /// <returns>Those that have not ended, the one used last first.</returns>
    public async Task<IReadOnlyList<OfficeSession>> ListAsync(Person me, CancellationToken ct) => await db.Sessions.AsNoTracking()
        .Where(s => s.UserId == me.Id && s.EndedAt == null).OrderByDescending(s => s.SeenAt).Take(Most).ToListAsync(ct);

    /// <summary>Another person's session is not touched. May be repeated.</summary>
    public Task EndAsync(Person me, SessionId id, CancellationToken ct) => sessions.EndAsync(me.Id, id, ct);

    /// <summary>All but the one that asks.</summary>
    public Task EndOthersAsync(Person me, CancellationToken ct) => sessions.EndAllAsync(me.Id, me.Session, ct);
}
