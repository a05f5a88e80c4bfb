using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Invoices;

/// <summary>A colleague sends an invoice to one of its payers: mail and text are promised, and it counts as sent. Inside a unit of work that somebody else commits.</summary>
internal sealed class DispatchInvoice(Promise promise, Note note, TimeProvider clock)
{
    /// <summary>Whoever presses a button twice means it once. Later is another time.</summary>
    internal static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    /// <param name="invoice">Tracked by the unit, payable.</param>
    /// <param name="link">What it carries, and by that to whom it goes.</param>
    /// <param name="promised">
    /// Gets what was promised, for a caller who tries it at once: whether the invoice counts as sent for the first time is for him to say then. Null: it counts.
    /// </param>
    /// <returns>False when the same went out a moment ago: then nothing is promised.</returns>
    public async Task<bool> HandleAsync(
        Unit unit, Invoice invoice, PaymentLink link, DeliveryMode by, ICollection<OutboxMessageId>? promised, Caller caller, CancellationToken ct)
    {
        var mail = by.ByEmail() ? await PromiseAsync(unit, invoice, link, OutboxKind.InvoiceMail, "invoice", ct) : null;
        var text = by.BySms() ? await PromiseAsync(unit, invoice, link, OutboxKind.InvoiceText, "invoice-text", ct) : null;

        if (mail is null && text is null)
        {
            return false;
        }

        foreach (var message in new[] { mail, text }.OfType<OutboxMessage>())
        {
            promised?.Add(message.Id);
        }

        if (invoice.Stage == InvoiceStage.Created)
        {
            if (promised is not null)
            {
                return true;
            }

            invoice.MarkSent(clock.GetUtcNow());
            note.Of(unit, invoice, AuditKind.InvoiceSent, caller.Actor, link.Id);
        }
        else
        {
            note.Of(unit, invoice, AuditKind.InvoiceResent, caller.Actor, link.Id);
        }

        return true;
    }

    /// <summary>Two who promise at once write the same key: the second runs again, and sees the first.</summary>
    /// <returns>Null when the same went out a moment ago.</returns>
    private async Task<OutboxMessage?> PromiseAsync(Unit unit, Invoice invoice, PaymentLink link, OutboxKind kind, string key, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Moment;
        var before = unit.Db.Outbox.Where(m => m.InvoiceId == invoice.Id && m.Kind == kind);

        if (await before.AnyAsync(m => m.LinkId == link.Id && m.CreatedAt > since && m.DeadAt == null, ct))
        {
            return null;
        }

        return promise.Of(unit, invoice, kind, $"{key}:{invoice.Id}:{await before.CountAsync(ct) + 1}", link.Id);
    }
}
