using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Team;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>The browsers in which people are signed in. A cookie is worth only as much as its row here.</summary>
internal sealed class OfficeSessions(WriteSeam write, PayPageDbContext db, IdSource ids, TimeProvider clock)
{
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    /// <param name="until">When its cookie runs out.</param>
    public async Task<SessionId> BeginAsync(UserId user, string device, string address, DateTimeOffset until, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var session = new OfficeSession
        {
            Id = SessionId.New(ids),
            UserId = user,
            CreatedAt = now,
            SeenAt = now,
            EndsAt = until,
            Device = device.Length <= OfficeSession.DeviceLength ? device : device[..OfficeSession.DeviceLength],
            Address = address.Length <= OfficeSession.AddressLength ? address : address[..OfficeSession.AddressLength],
        };

        await write.RunAsync(
            (unit, _) =>
            {
                unit.Db.Sessions.Add(session);
                return Task.CompletedTask;
            },
            ct);
        return session.Id;
    }

    /// <param name="stamp">What the cookie knows of the account's state: another one means that the password or the second factor was changed.</param>
    /// <returns>Null when the session has ended, or never was.</returns>
    public async Task<Person?> FindAsync(UserId user, SessionId id, string? stamp, bool isChange, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var session = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.UserId == user && s.EndedAt == null && s.EndsAt > now, ct);
        var row = session is null ? null : await db.People.FirstOrDefaultAsync(p => p.Id == user.Value, ct);

        if (session is null || row is null || row.SecurityStamp != stamp)
        {
            return null;
        }

        if (isChange && now - session.SeenAt > SeenStep)
        {
            await SeeAsync(id, ct);
        }

        return new Person(user, id, row.Name, row.Email, row.IsOperator);
    }

    /// <summary>Its cookie is given anew. One that is over stays over.</summary>
    public Task RenewAsync(UserId user, SessionId id, DateTimeOffset until, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return write.RunAsync(
            (unit, token) => unit.Db.Sessions.Where(s => s.Id == id && s.UserId == user && s.EndedAt == null && s.EndsAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndsAt, until), token),
            ct);
    }

    public Task EndAsync(UserId user, SessionId id, CancellationToken ct) => EndAsync(user, s => s.Id == id, ct);

    /// <param name="but">The one that stays, where one does.</param>
    public Task EndAllAsync(UserId user, SessionId? but, CancellationToken ct) => EndAsync(user, s => s.Id != but, ct);

    private Task EndAsync(UserId user, System.Linq.Expressions.Expression<Func<OfficeSession, bool>> which, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            foreach (var session in await unit.Db.Sessions.Where(s => s.UserId == user && s.EndedAt == null).Where(which).ToListAsync(token))
            {
                session.End(clock.GetUtcNow());
            }
        },
        ct);

    private Task<int> SeeAsync(SessionId id, CancellationToken ct) => write.RunAsync(
        (unit, token) => unit.Db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, clock.GetUtcNow()), token), ct);
}
