using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.UseCases.Team;

/// <summary>Removes sessions whose cookies have run out: nobody can use them, and nobody is shown them.</summary>
internal sealed class ForgetSessions(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (await db.Sessions.AnyAsync(s => s.EndsAt <= now, ct))
        {
            await write.RunAsync((unit, token) => unit.Db.Sessions.Where(s => s.EndsAt <= now).ExecuteDeleteAsync(token), ct);
        }
    }
}
