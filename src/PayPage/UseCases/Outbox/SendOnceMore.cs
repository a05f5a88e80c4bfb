using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>A colleague wants a message that was given up to be tried again. It becomes a new one: what happened to the old one is history.</summary>
internal sealed class SendOnceMore(WriteSeam write, Promise promise, Note note)
{
    /// <summary>May be repeated: of one message given up comes at most one new one.</summary>
    /// <returns>
    /// The invoice's number; null when this merchant has no such message, or it is not for a payer. A refund that the processor refused stays
    /// refused, and who of the merchant's people is told stands in the key of their own messages (<see cref="TellMerchant"/>).
    /// </returns>
    public Task<string?> HandleAsync(OutboxMessageId id, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var dead = await unit.Db.Outbox.AsNoTracking().SingleOrDefaultAsync(
                m => m.Id == id && m.MerchantId == caller.MerchantId && m.DeadAt != null, token);
            var invoice = dead?.InvoiceId is not { } about ? null : await unit.Db.Invoices.AsNoTracking().SingleOrDefaultAsync(
                i => i.Id == about && i.MerchantId == caller.MerchantId && i.Mode == caller.Mode, token);

            if (dead is null || invoice is null || !dead.Kind.IsToCustomer())
            {
                return null;
            }

            var key = $"retry:{dead.Id}";

            if (!await unit.Db.Outbox.AnyAsync(m => m.Key == key, token))
            {
                promise.Of(unit, invoice, dead.Kind, key, dead.LinkId, dead.PaymentId);

                if (dead.Kind is OutboxKind.InvoiceMail or OutboxKind.InvoiceText && dead.LinkId is { } link)
                {
                    note.Of(unit, invoice, AuditKind.InvoiceResent, caller.Actor, link);
                }
            }

            return invoice.Number;
        },
        ct);
}
