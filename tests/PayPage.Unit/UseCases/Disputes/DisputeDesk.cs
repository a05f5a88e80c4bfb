using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Inbox;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Disputes;

/// <summary>A world with a payment that somebody disputes.</summary>
internal static class DisputeDesk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Payment> PaidAsync(this World world, long amount = 12_50, string? number = null)
    {
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(amount, number: number), amount);
        await world.RecordAsync(payment, ProcessorState.Succeeded);
        return await world.PaymentAsync(payment.Id);
    }

    public static DisputeNews News(this World world, Payment payment, DisputeState state, long? amount = null, string reference = "dp_1") =>
        new(reference, $"sbp_{payment.Id}", state, new Money(amount ?? payment.Amount.Minor, payment.Amount.Currency), "fraudulent", world.Clock.GetUtcNow().AddDays(10))
        {
            At = world.Clock.GetUtcNow(),
        };

    public static Task<InboxVerdict> TellAsync(this World world, DisputeNews news, string? eventId = null) =>
        world.UseAsync<RecordDispute, InboxVerdict>(record =>
            record.HandleAsync(news, world.Account, eventId is null ? null : new ReceivedEvent(eventId, "dispute.test", "{}"), Ct));

    /// <summary>A second passes, and the processor says so.</summary>
    public static Task<InboxVerdict> DisputeAsync(this World world, Payment payment, DisputeState state, long? amount = null, string reference = "dp_1")
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return world.TellAsync(world.News(payment, state, amount, reference));
    }

    public static Task<Dispute> DisputeAsync(this World world) => world.ReadAsync(db => db.Disputes.AsNoTracking().SingleAsync(Ct));

    /// <summary>Each account's balance, in the order of the accounts; those that are 0 are left out.</summary>
    public static Task<List<(LedgerAccount Account, long Minor)>> BalancesAsync(this World world) => world.ReadAsync(async db => (await db.Ledger.ToListAsync(Ct))
        .GroupBy(e => e.Account)
        .Select(g => (g.Key, g.Sum(e => e.Amount.Minor)))
        .Where(b => b.Item2 != 0)
        .OrderBy(b => b.Key)
        .ToList());

    /// <summary>What must be true of the books whatever happened.</summary>
    public static async Task BooksBalanceAsync(this World world)
    {
        var ledger = await world.ReadAsync(db => db.Ledger.AsNoTracking().ToListAsync(Ct));
        var payments = await world.ReadAsync(db => db.Payments.AsNoTracking().ToListAsync(Ct));
        var disputes = await world.ReadAsync(db => db.Disputes.AsNoTracking().ToListAsync(Ct));

        Assert.All(ledger.GroupBy(e => e.Posting), posting => Assert.Equal(0, posting.Sum(e => e.Amount.Minor)));
        Assert.All(payments, p => Assert.Equal(
            disputes.Where(d => d.PaymentId == p.Id && d.State.KeepsMoney()).Sum(d => d.Amount.Minor), p.Disputed));
        Assert.All(
            await world.ReadAsync(db => db.Invoices.AsNoTracking().ToListAsync(Ct)),
            i => Assert.Equal((i.Paid, i.Refunded), (-Sum(i, LedgerAccount.InvoicePaid), Sum(i, LedgerAccount.InvoiceRefunded))));

        long Sum(Invoice invoice, LedgerAccount account) => ledger.Where(e => e.InvoiceId == invoice.Id && e.Account == account).Sum(e => e.Amount.Minor);
    }
}
