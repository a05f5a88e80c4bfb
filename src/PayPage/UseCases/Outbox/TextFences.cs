using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>Whether a text message may leave. Counted in the database, so that all nodes count together.</summary>
/// <remarks>
/// Whoever asks has claimed his message in a commit before, so of two that ask at once each sees the other. Where only those that are being sent
/// right now stand in the way, the message waits and is asked for again: the fence is never climbed, and nothing is refused for a neighbour's try.
/// </remarks>
internal sealed class TextFences(PayPageDbContext db, SmsLimits limits, TimeProvider clock)
{
    /// <returns>What becomes of it instead; null when it may leave.</returns>
    public async Task<DeliveryOutcome?> ObjectionAsync(OutboxMessage message, string phone, CancellationToken ct)
    {
        if (!limits.Allows(phone))
        {
            return new DeliveryOutcome.Refused(SmsLimits.Objection);
        }

        var now = clock.GetUtcNow();
        var texts = db.Outbox.Where(m => OutboxKinds.Texts.Contains(m.Kind) && m.Id != message.Id);
        var sent = texts.Where(m => m.SentAt > now.AddDays(-1));
        var leaving = texts.Where(m => m.SentAt == null && m.DeadAt == null && m.LeasedUntil > now);

        return await JudgeAsync(Of(sent), Of(leaving), limits.PerMerchantPerDay, "You have sent", ct)
            ?? await JudgeAsync(To(sent), To(leaving), limits.PerNumberPerDay, "This number has got", ct);

        IQueryable<OutboxMessage> Of(IQueryable<OutboxMessage> some) => some.Where(m => m.MerchantId == message.MerchantId);

        IQueryable<OutboxMessage> To(IQueryable<OutboxMessage> some) =>
            some.Where(m => db.Invoices.Any(i => i.Id == m.InvoiceId && i.BillTo.Phone == phone));
    }

    private static async Task<DeliveryOutcome?> JudgeAsync(
        IQueryable<OutboxMessage> sent, IQueryable<OutboxMessage> leaving, int most, string who, CancellationToken ct)
    {
        var before = await sent.CountAsync(ct);

        return before >= most ? new DeliveryOutcome.Refused($"{who} {most} text messages in 24 hours, which is the limit here.")
            : before + await leaving.CountAsync(ct) >= most ? new DeliveryOutcome.Unknown("Other text messages are being sent; the limit for a day may be reached by them.")
            : null;
    }
}
