using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Inbox;
using PayPage.Unit.Support;

namespace PayPage.Unit.Data;

/// <summary>The last guard against an event that counts twice: no code is trusted with it.</summary>
public sealed class InboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_itself_takes_an_event_of_an_account_once()
    {
        await using var world = await World.CreateAsync();
        await KeepAsync(world, "evt_1");
        await KeepAsync(world, "evt_2");

        await Assert.ThrowsAsync<DbUpdateException>(() => KeepAsync(world, "evt_1"));
        Assert.Equal(2, await world.ReadAsync(db => db.Inbox.CountAsync(Ct)));
    }

    private static Task<int> KeepAsync(World world, string id) => world.ReadAsync(db =>
    {
        db.Inbox.Add(new InboxEvent
        {
            AccountId = world.Account,
            EventId = id,
            Type = "payment.succeeded",
            PaymentId = null,
            Verdict = InboxVerdict.Ignored,
            Body = "{}",
            ReceivedAt = world.Clock.GetUtcNow(),
        });
        return db.SaveChangesAsync(Ct);
    });
}
