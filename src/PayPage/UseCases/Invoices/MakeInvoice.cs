using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Fields;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Invoices;

/// <summary>Makes an invoice, with its link and its messages, inside a unit of work that somebody else commits.</summary>
internal sealed class MakeInvoice(FindCustomer findCustomer, MintLink mint, Promise promise, Note note, IdSource ids, TimeProvider clock)
{
    /// <param name="merchant">The caller's, not tracked.</param>
    /// <param name="bulk">When a message of one of many invoices may leave, asked for each; null: at once, in the lane of those that somebody waits for.</param>
    public async Task<Made> HandleAsync(Unit unit, NewInvoice wanted, Merchant merchant, Caller caller, Func<TimeSpan>? bulk, CancellationToken ct)
    {
        if (wanted.CreationKey is { } key && await EarlierAsync(unit, key, caller, ct) is { } earlier)
        {
            return new Made.Already(earlier);
        }

        if (wanted.Number is { } taken && await NumberInvoice.IsTakenAsync(unit.Db, caller, taken, ct))
        {
            return new Made.NumberTaken();
        }

        if (wanted.Fields is null && merchant.LastFieldNumber > 0)
        {
            wanted = wanted with { Fields = await FieldDefaults.OfAsync(unit.Db, merchant.Id, ct) };
        }

        var customer = await findCustomer.HandleAsync(unit, wanted.BillTo, caller, ct);
        var includesLink = wanted.IncludesLink ?? (merchant.AlwaysLink && !customer.GetsNoLink);

        if (wanted.Delivery.BySms() && !includesLink)
        {
            if (unit.Db.Entry(customer) is { State: EntityState.Added } added)
            {
                added.State = EntityState.Detached;    // nothing comes into being, no new customer either
            }

            return new Made.TextNeedsLink();
        }

        var number = wanted.Number ?? await NumberInvoice.NextAsync(unit, caller, merchant.NumberPrefix, wanted.BatchId, ct);
        var invoice = CreateInvoice.From(wanted, InvoiceId.New(ids), number, customer.Id, includesLink, caller, clock.GetUtcNow());
        unit.Db.Invoices.Add(invoice);
        note.Of(unit, invoice, wanted.Publish ? AuditKind.InvoiceCreated : AuditKind.InvoiceDrafted, caller.Actor);

        if (!wanted.Publish)
        {
            return new Made.New(invoice, []);
        }

        invoice.Publish(clock.GetUtcNow());
        var link = mint.Handle(unit, invoice, merchant, null, caller.Actor);

        return new Made.New(invoice, wanted.Deliver ? [.. Promised(unit, invoice, link.Id, bulk)] : []);
    }

    private static Task<Invoice?> EarlierAsync(Unit unit, string key, Caller caller, CancellationToken ct) => unit.Db.Invoices.AsNoTracking()
        .SingleOrDefaultAsync(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.CreationKey == key, ct);

    private IEnumerable<OutboxMessageId> Promised(Unit unit, Invoice invoice, LinkId link, Func<TimeSpan>? bulk)
    {
        if (invoice.Delivery.ByEmail())
        {
            yield return PromisedOne(OutboxKind.InvoiceMail, $"invoice:{invoice.Id}:1");
        }

        if (invoice.Delivery.BySms())
        {
            yield return PromisedOne(OutboxKind.InvoiceText, $"invoice-text:{invoice.Id}:1");
        }

        OutboxMessageId PromisedOne(OutboxKind kind, string key) =>
            promise.Of(unit, invoice, kind, key, link, after: bulk?.Invoke() ?? TimeSpan.Zero, isBulk: bulk is not null).Id;
    }

    internal abstract record Made
    {
        private Made()
        {
        }

        /// <param name="Messages">What was promised to its payer.</param>
        internal sealed record New(Invoice Invoice, IReadOnlyList<OutboxMessageId> Messages) : Made;

        /// <summary>The same request came before and made this invoice, as it is now.</summary>
        internal sealed record Already(Invoice Invoice) : Made;

        internal sealed record NumberTaken : Made;

        /// <summary>It was to go out as a text, but by the merchant's or the customer's default carries no link.</summary>
        internal sealed record TextNeedsLink : Made;
    }
}
