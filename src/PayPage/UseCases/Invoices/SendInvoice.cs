using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Invoices;

/// <summary>
/// A colleague sends an invoice, for the first time or again, with a link that works: the payer's newest, or a fresh one behind it.
/// A draft is published by it. What is paid or canceled is not sent any more.
/// </summary>
internal sealed class SendInvoice(
    WriteSeam write, PublishInvoice publish, RenewLink renew, MintLink mint, DispatchInvoice dispatch, SmsLimits limits, IdSource ids,
    TimeProvider clock)
{
    /// <summary>Pressed twice within a moment, it sends once.</summary>
    public Task<Outcome> HandleAsync(Wish wish, Caller caller, CancellationToken ct) => write.RunAsync((unit, token) => InsideAsync(unit, wish, null, caller, token), ct);

    /// <summary>The same inside another unit of work.</summary>
    /// <param name="promised">See <see cref="DispatchInvoice"/>.</param>
    public async Task<Outcome> InsideAsync(Unit unit, Wish wish, ICollection<OutboxMessageId>? promised, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Invoices.Numbered(wish.Number, caller).SingleOrDefaultAsync(ct) is not { } invoice
            || await PayerAsync(unit, invoice, wish.Link, ct) is not { } payer)
        {
            return Outcome.NoSuchInvoice;
        }

        if (wish.Version is { } seen && invoice.Version != seen)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (Objection(invoice, payer.Address, wish.By) is { } objection)
        {
            return objection;
        }

        if (await publish.InsideAsync(unit, invoice, caller, ct) == PublishInvoice.Outcome.Expired)
        {
            return Outcome.Expired;
        }

        await unit.Db.SaveChangesAsync(ct);    // the link of a draft that is none any more can be found now
        var before = await OfPayer(unit, invoice, payer.Other, payer.Asked).OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).FirstOrDefaultAsync(ct);

        return await WorkingLinkAsync(unit, invoice, before, payer.Other, caller, ct) is not { } link ? Outcome.Expired
            : wish.By == DeliveryMode.None ? link.Id == before?.Id ? Outcome.StillWorks : Outcome.Renewed
            : await dispatch.HandleAsync(unit, invoice, link, wish.By, promised, caller, ct) ? Outcome.Sent
            : Outcome.SentAMomentAgo;
    }

    private Outcome? Objection(Invoice invoice, BillTo payer, DeliveryMode by) => invoice switch
    {
        { Stage: InvoiceStage.Canceled } => Outcome.Canceled,
        { Due.Minor: <= 0 } => Outcome.Paid,
        _ when by.BySms() && !invoice.IncludesLink => Outcome.TextNeedsLink,
        _ when by.ByEmail() && payer.Email is null => Outcome.NoAddress,
        _ when by.BySms() && payer.Phone is null => Outcome.NoNumber,
        _ when by.BySms() && !limits.Allows(payer.Phone!) => Outcome.NumberNotServed,    // looked at one line above
        _ => null,
    };

    /// <returns>Null when the invoice has no such link.</returns>
    private async Task<(BillTo Address, OtherPayer? Other, PaymentLink? Asked)?> PayerAsync(Unit unit, Invoice invoice, LinkId? wanted, CancellationToken ct)
    {
        if (wanted is not { } id)
        {
            return (invoice.BillTo, null, null);
        }

        return await unit.Db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.InvoiceId == invoice.Id, ct) is { } link
            ? (link.AddressedTo(invoice.BillTo), link.IsForAnother ? new OtherPayer(LinkId.New(ids), link.PayerName, link.PayerEmail) : null, link)
            : null;
    }

    /// <summary>A payer's links but for those that were taken back: these are not renewed.</summary>
    /// <param name="asked">Two payers may bear one name: another payer's are those that follow one another, and what took the place of one that was taken back.</param>
    private static IQueryable<PaymentLink> OfPayer(Unit unit, Invoice invoice, OtherPayer? other, PaymentLink? asked)
    {
        var (name, email) = (other?.Name, other?.Email);
        var own = unit.Db.Links.Where(l => l.InvoiceId == invoice.Id && l.PayerName == name && l.PayerEmail == email && l.RevokedAt == null);

        return other is null || asked is null ? own : own.Where(l => l.RootId == asked.RootId || l.CreatedAt >= asked.RevokedAt);
    }

    private async Task<PaymentLink?> WorkingLinkAsync(
        Unit unit, Invoice invoice, PaymentLink? before, OtherPayer? other, Caller caller, CancellationToken ct)
    {
        if (before is not null)
        {
            return await renew.HandleAsync(unit, invoice, before, caller.Actor, ct);
        }

        // All his links were taken back, and whoever took them gives him another: once, should two do so at the same time.
        await unit.ClaimAsync(invoice, ct);
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);

        return LinkLifetime.IsOver(invoice, clock.GetUtcNow(), merchant.Zone) ? null : mint.Handle(unit, invoice, merchant, null, caller.Actor, other);
    }

    /// <param name="By">None: only see to it that there is a link that works.</param>
    /// <param name="Link">A link of the payer who is meant; null: the customer.</param>
    /// <param name="Version">What the invoice's must be; null: whatever it is.</param>
    internal sealed record Wish(string Number, DeliveryMode By, LinkId? Link = null, long? Version = null);

    internal enum Outcome
    {
        /// <summary>On its way: what becomes of it stands in the history.</summary>
        Sent,

        /// <summary>Nothing was sent: the same button was pressed a moment ago.</summary>
        SentAMomentAgo,

        /// <summary>Nothing was sent, as asked: there is a new link.</summary>
        Renewed,

        /// <summary>Nothing was sent, as asked: the link that is there works.</summary>
        StillWorks,
        Paid,
        Canceled,

        /// <summary>The invoice's expiration date is over: no link would work.</summary>
        Expired,
        NoAddress,
        NoNumber,

        /// <summary>This site sends no text messages to such numbers.</summary>
        NumberNotServed,

        /// <summary>A text is nothing but a link, and this invoice carries none.</summary>
        TextNeedsLink,

        /// <summary>The invoice has another version than the one that was asked for. Nothing was done.</summary>
        ChangedMeanwhile,
        NoSuchInvoice,
    }
}
