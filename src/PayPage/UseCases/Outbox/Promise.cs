using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Outbox;

/// <summary>Queues a message in the unit of work that makes it true.</summary>
internal sealed class Promise(IdSource ids, TimeProvider clock)
{
    /// <param name="key">Unique: the same promise made twice is a conflict, and the unit runs again and sees the first.</param>
    /// <param name="about">The message that came back, for a notice of it.</param>
    /// <param name="after">How long to wait with it; none: not at all.</param>
    /// <param name="isBulk">Whether it is one of many, see <see cref="OutboxMessage.IsBulk"/>.</param>
    public OutboxMessage Of(
        Unit unit, Invoice invoice, OutboxKind kind, string key, LinkId? link = null, PaymentId? payment = null, RefundId? refund = null,
        OutboxMessageId? about = null, TimeSpan after = default, bool isBulk = false)
    {
        var now = clock.GetUtcNow();
        var message = new OutboxMessage
        {
            Id = OutboxMessageId.New(ids),
            Key = key,
            Kind = kind,
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            LinkId = link,
            PaymentId = payment,
            RefundId = refund,
            AboutId = about,
            IsBulk = isBulk,
            CreatedAt = now,
            DueAt = now + after,
        };

        unit.Db.Outbox.Add(message);
        return message;
    }
}
