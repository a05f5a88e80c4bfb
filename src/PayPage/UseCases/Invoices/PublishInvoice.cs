using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Invoices;

/// <summary>A draft becomes an invoice that may be paid, with its link. Nothing is sent. Safe to repeat.</summary>
internal sealed class PublishInvoice(WriteSeam write, MintLink mint, Note note, TimeProvider clock)
{
    public Task<Outcome> HandleAsync(string number, Caller caller, CancellationToken ct) => HandleAsync(number, null, caller, ct);

    /// <param name="version">What the invoice's must be; null: whatever it is.</param>
    public Task<Outcome> HandleAsync(string number, long? version, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) => await unit.Db.Invoices.Numbered(number, caller).SingleOrDefaultAsync(token) switch
        {
            null => Outcome.NoSuchInvoice,
            { } invoice when version is { } seen && invoice.Version != seen => Outcome.ChangedMeanwhile,
            { } invoice => await InsideAsync(unit, invoice, caller, token),
        },
        ct);

    /// <summary>The same inside another unit of work.</summary>
    /// <param name="invoice">Tracked by the unit, and the caller's.</param>
    public async Task<Outcome> InsideAsync(Unit unit, Invoice invoice, Caller caller, CancellationToken ct)
    {
        if (invoice.Stage != InvoiceStage.Draft)
        {
            return invoice.Stage == InvoiceStage.Canceled ? Outcome.Canceled : Outcome.WasPublished;
        }

        var now = clock.GetUtcNow();
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);

        if (LinkLifetime.IsOver(invoice, now, merchant.Zone))
        {
            return Outcome.Expired;
        }

        invoice.Publish(now);
        note.Of(unit, invoice, AuditKind.InvoiceCreated, caller.Actor);
        mint.Handle(unit, invoice, merchant, null, caller.Actor);
        return Outcome.Published;
    }

    internal enum Outcome
    {
        Published,

        /// <summary>It is no draft any more: somebody was quicker, or the same form came twice.</summary>
        WasPublished,

        /// <summary>Its expiration date is over: its link would be dead on arrival. Another date helps.</summary>
        Expired,
        Canceled,

        /// <summary>It has another version than the one that was asked for. Nothing was done.</summary>
        ChangedMeanwhile,
        NoSuchInvoice,
    }
}
