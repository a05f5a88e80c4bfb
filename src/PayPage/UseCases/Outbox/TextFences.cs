using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>Whether a text message may leave. Counted in the database, so that all nodes count together.</summary>
internal sealed class TextFences(PayPageDbContext db, SmsLimits limits, TimeProvider clock)
{
    /// <returns>Why not, for the merchant; null when it may.</returns>
    public async Task<string?> ObjectionAsync(OutboxMessage message, string phone, CancellationToken ct)
    {
        if (!limits.Allows(phone))
        {
            return SmsLimits.Objection;
        }

        var since = clock.GetUtcNow().AddDays(-1);
        var sent = db.Outbox.Where(m => m.SentAt > since && OutboxKinds.Texts.Contains(m.Kind));

        return await sent.CountAsync(m => m.MerchantId == message.MerchantId, ct) >= limits.PerMerchantPerDay
                ? $"You have sent {limits.PerMerchantPerDay} text messages in 24 hours, which is the limit here."
            : await sent.CountAsync(m => db.Invoices.Any(i => i.Id == m.InvoiceId && i.BillTo.Phone == phone), ct) >= limits.PerNumberPerDay
                ? $"This number has got {limits.PerNumberPerDay} text messages in 24 hours, which is the limit here."
            : null;
    }
}
