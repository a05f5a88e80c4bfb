using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Team;
using PayPage.SignIn;

namespace PayPage.Demo;

/// <summary>The demo's administrator: without a password, and with an address to sign in that each start makes anew and that works once.</summary>
internal sealed class DemoAdmin(PayPageDbContext db, FirstPerson firstPerson, OneTimeDoor door)
{
    public const string Email = "admin@northgate.example";
    private const string Name = "Noor Demo";

    /// <returns>The key of the address; null where the first administrator was made by somebody else.</returns>
    public async Task<string?> ReadyAsync(CancellationToken ct)
    {
        await firstPerson.MakeAsync(Name, Email, password: null, merchant: null, ct);    // not done twice

        return await db.People.Where(p => p.Email == Email).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct) is { } id
            ? await door.MakeKeyAsync(new UserId(id), ct)
            : null;
    }
}
