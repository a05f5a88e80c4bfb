using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;

namespace PayPage.Unit.UseCases.Disputes;

public sealed class DisputeMailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_merchant_is_told_when_it_opens_three_days_before_the_last_day_and_when_it_is_decided()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(number: "INV-7");
        await world.DrainAsync();
        var sent = world.Mail.Sent.Count;

        await world.DisputeAsync(payment, DisputeState.NeedsAnswer);
        await world.DrainAsync();
        var opened = Assert.Single(world.Mail.Sent.Skip(sent));
        Assert.Equal("accounts@northgate.example", opened.To);
        Assert.Contains("INV-7", opened.Subject, StringComparison.Ordinal);
        Assert.Contains("somebody else paid with the card", opened.Text, StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromDays(6));
        await world.DrainAsync();
        Assert.Equal(sent + 1, world.Mail.Sent.Count);

        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.DrainAsync();
        Assert.StartsWith("[Test] Answer by", Assert.Single(world.Mail.Sent.Skip(sent + 1)).Subject, StringComparison.Ordinal);

        await world.DisputeAsync(payment, DisputeState.Won);
        await world.DrainAsync();
        Assert.Contains("You won", Assert.Single(world.Mail.Sent.Skip(sent + 2)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_answered_in_time()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();
        await world.DisputeAsync(payment, DisputeState.NeedsAnswer);
        await world.DrainAsync();
        await world.DisputeAsync(payment, DisputeState.UnderReview);
        var sent = world.Mail.Sent.Count;

        world.Clock.Advance(TimeSpan.FromDays(8));
        await world.DrainAsync();

        Assert.Equal(sent, world.Mail.Sent.Count);
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.DisputeDeadlineMail && m.DeadAt != null, Ct)));
    }

    [Fact]
    public async Task A_last_day_that_moves_is_reminded_of_once_and_in_its_time()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();
        await world.DisputeAsync(payment, DisputeState.NeedsAnswer);
        await world.DrainAsync();
        world.Clock.Advance(TimeSpan.FromDays(1));
        var moved = world.News(payment, DisputeState.NeedsAnswer);    // ten days from now, a day later than before
        await world.TellAsync(moved);
        await world.TellAsync(moved);
        var sent = world.Mail.Sent.Count;

        world.Clock.Advance(TimeSpan.FromDays(6));
        await world.DrainAsync();
        Assert.Equal(sent, world.Mail.Sent.Count);

        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.DrainAsync();
        Assert.Equal(sent + 1, world.Mail.Sent.Count);
    }
}
