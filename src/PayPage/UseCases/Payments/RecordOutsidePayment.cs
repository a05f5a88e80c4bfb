using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Payments;

/// <summary>
/// A colleague records money that came past us: cash, a cheque, a transfer. It pays the invoice as a processor's money does, with a
/// receipt and a posting of its own. There must be room for all of it: what an open payment holds is not given away.
/// </summary>
internal sealed class RecordOutsidePayment(WriteSeam write, FollowMoney follow, RandomBytes random, TimeProvider clock)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>Safe to repeat: the id of the payment comes with the wish, so that the same form sent twice records once.</summary>
    public Task<Outcome> HandleAsync(Wish wish, Caller caller, CancellationToken ct) => write.RunAsync((unit, token) => RecordAsync(unit, wish, caller, token), ct);

    private async Task<Outcome> RecordAsync(Unit unit, Wish wish, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Invoices.Numbered(wish.Number, caller).SingleOrDefaultAsync(ct) is not { } invoice)
        {
            return new Outcome.NoSuchInvoice();
        }

        if (await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == wish.Id, ct) is { } recorded)
        {
            return recorded.InvoiceId != invoice.Id ? new Outcome.NoSuchInvoice()
                : recorded.Amount.Minor == wish.Amount && recorded.Instrument == $"{wish.Means}" ? new Outcome.Recorded(recorded.Reference)
                : new Outcome.RecordedOther(recorded.Reference, recorded.Amount);
        }

        await unit.ClaimAsync(invoice, ct);    // two who record the same cheque meet here, and the second sees the first's
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);
        var at = Instant(wish.ReceivedOn, merchant.Zone);
        var payment = PaymentFor(wish, invoice);

        if (!wish.IsAnother && await LookalikeAsync(unit, payment, wish, merchant.Zone, ct) is { } other)
        {
            return new Outcome.LooksRecorded(other);
        }

        if (!await unit.Books.TryTakeAsync(invoice.Id, payment.Amount, ct))
        {
            return await WhyNotAsync(unit, invoice.Id, ct);
        }

        unit.Db.Payments.Add(payment);
        await follow.HandleAsync(
            unit, payment, invoice, merchant,
            new Arrival(payment.Amount.Minor, StrayMoney.None, at, caller.Actor) { Instrument = $"{wish.Means}", TellsPayer = wish.TellsCustomer }, ct);
        return new Outcome.Recorded(payment.Reference);
    }

    /// <summary>Now for money of today; noon there for that of an earlier day.</summary>
    private DateTimeOffset Instant(DateOnly day, TimeZoneInfo zone)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
        var noon = day.ToDateTime(Noon);
        return day == DateOnly.FromDateTime(now.DateTime) ? now : new DateTimeOffset(noon, zone.GetUtcOffset(noon));
    }

    private Payment PaymentFor(Wish wish, Invoice invoice) => new()
    {
        Id = wish.Id,
        MerchantId = invoice.MerchantId,
        Mode = invoice.Mode,
        InvoiceId = invoice.Id,
        LinkId = null,
        AccountId = null,
        Amount = new Money(wish.Amount, invoice.Currency),
        Method = PaymentMethod.Outside,
        Reference = PaymentReference.New(random),
        PreparedAt = clock.GetUtcNow(),
    };

    /// <summary>Two colleagues may hold the same cheque in mind.</summary>
    /// <returns>The reference of an outside payment over the same amount on the same day; null where there is none.</returns>
    private static async Task<string?> LookalikeAsync(Unit unit, Payment payment, Wish wish, TimeZoneInfo zone, CancellationToken ct)
    {
        var others = await unit.Db.Payments.AsNoTracking()
            .Where(p => p.InvoiceId == payment.InvoiceId && p.Method == PaymentMethod.Outside && p.Amount.Minor == wish.Amount && p.SettledAt != null)
            .ToListAsync(ct);

        return others.Find(p => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(p.SettledAt!.Value, zone).DateTime) == wish.ReceivedOn)?.Reference;    // not null: asked for
    }

    /// <summary>The same conditions as Books.TryTake, in words. Books decides; this explains.</summary>
    private static async Task<Outcome> WhyNotAsync(Unit unit, InvoiceId id, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id, ct);

        return !invoice.IsPayable ? new Outcome.NotPayable(invoice.Stage)
            : new Outcome.NoRoom(invoice.Available, new Money(invoice.Reserved, invoice.Currency));
    }

    /// <param name="Id">Of the payment that it makes.</param>
    /// <param name="Amount">Minor units, more than 0.</param>
    /// <param name="ReceivedOn">At the merchant's place; not after today.</param>
    /// <param name="TellsCustomer">Whether the customer gets a receipt by mail.</param>
    /// <param name="IsAnother">The colleague has seen that one like it is recorded already.</param>
    internal sealed record Wish(
        string Number, PaymentId Id, long Amount, OutsideMeans Means, DateOnly ReceivedOn, bool TellsCustomer, bool IsAnother = false);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Recorded(string Reference) : Outcome;

        /// <summary>Nothing was recorded now: the same form did so before, with other figures in it.</summary>
        internal sealed record RecordedOther(string Reference, Money Amount) : Outcome;

        /// <summary>Nothing was recorded: one of the same day and amount is there. The colleague must say that this is another.</summary>
        internal sealed record LooksRecorded(string Reference) : Outcome;

        /// <param name="Available">What could be recorded; 0 or more.</param>
        /// <param name="Held">What open payments hold at this moment.</param>
        internal sealed record NoRoom(Money Available, Money Held) : Outcome;

        /// <summary>A draft, or canceled.</summary>
        internal sealed record NotPayable(InvoiceStage Stage) : Outcome;

        internal sealed record NoSuchInvoice : Outcome;
    }
}
