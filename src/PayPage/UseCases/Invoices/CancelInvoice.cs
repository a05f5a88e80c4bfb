using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Invoices;

/// <summary>The merchant takes an invoice back, as long as no money came. Open payments are canceled at the processor first.</summary>
internal sealed class CancelInvoice(PayPageDbContext db, WriteSeam write, AskProcessor ask, Note note, TimeProvider clock)
{
    public Task<Outcome> HandleAsync(string number, Caller caller, CancellationToken ct) => HandleAsync(number, null, caller, ct);

    /// <param name="version">What the invoice's must be when the call comes; null: whatever it is. That a payer is stopped for it changes nothing of that.</param>
    public async Task<Outcome> HandleAsync(string number, long? version, Caller caller, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct);

        if (invoice is null)
        {
            return Outcome.NoSuchInvoice;
        }

        if (version is { } seen && invoice.Version != seen)
        {
            return Outcome.ChangedMeanwhile;
        }

        var open = await db.Payments.AsNoTracking()
            .Where(p => p.InvoiceId == invoice.Id && PaymentTransitions.Open.Contains(p.Status))
            .Select(p => new { p.Id, p.Status })
            .ToListAsync(ct);

        // Before any payer is stopped: what will be refused must not cost somebody his payment.
        if (Refusal(invoice) is { } refusal)
        {
            return refusal;
        }

        if (open.Exists(payment => payment.Status == PaymentStatus.Processing))
        {
            return Outcome.PaymentOnItsWay;
        }

        foreach (var payment in open)
        {
            await ask.CancelAsync(payment.Id, givenUp: false, ct);
        }

        return await write.RunAsync((unit, token) => CancelAsync(unit, invoice, caller, token), ct);
    }

    private async Task<Outcome> CancelAsync(Unit unit, Invoice invoice, Caller caller, CancellationToken ct)
    {
        if (!await unit.Books.TryCancelAsync(invoice.Id, ct))
        {
            return await WhyNotAsync(unit, invoice.Id, ct);
        }

        var links = await unit.Db.Links
            .Where(l => l.InvoiceId == invoice.Id && LinkTransitions.Live.Contains(l.Status))
            .ToListAsync(ct);
        links.ForEach(link => link.Close());
        await ClaimMessage.TakeBackAsync(unit, invoice.Id, OutboxKind.ReminderMail, FindNeed.Settled, clock.GetUtcNow(), ct);
        note.Of(unit, invoice, AuditKind.InvoiceCanceled, caller.Actor);
        return Outcome.Canceled;
    }

    /// <summary>The same conditions as Books.TryCancel, in words. Books decides; this explains.</summary>
    private static async Task<Outcome> WhyNotAsync(Unit unit, InvoiceId id, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id, ct);
        return Refusal(invoice) ?? Outcome.PaymentOnItsWay;
    }

    private static Outcome? Refusal(Invoice invoice) =>
        invoice.Stage == InvoiceStage.Canceled ? Outcome.WasCanceled
        : invoice.Paid > 0 ? Outcome.Paid
        : null;

    internal enum Outcome
    {
        Canceled,

        /// <summary>Before: somebody was quicker, or the same button was pressed twice.</summary>
        WasCanceled,

        /// <summary>Money came for it, all or a part.</summary>
        Paid,

        /// <summary>Money may still come: a payment is open, and the processor did not cancel it.</summary>
        PaymentOnItsWay,

        /// <summary>It has another version than the one that was asked for. Nothing was done.</summary>
        ChangedMeanwhile,
        NoSuchInvoice,
    }
}
