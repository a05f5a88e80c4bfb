using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>Whether a text message may leave. Counted in the database, so that all nodes count together.</summary>
/// <remarks>
/// Whoever asks has claimed his message in a commit before, so of two that ask at once each sees the other. Where only such messages stand in the way
/// that are being sent right now, or whose last answer was lost so that they may have left, the message waits and is asked for again: the fence is not
/// climbed, and nothing is refused for a neighbour's try. A lost answer counts once, however often it is tried for: mostly nobody was there to take it.
/// </remarks>
internal sealed class TextFences(PayPageDbContext db, SmsLimits limits, TimeProvider clock)
{
    private const string Waiting = "Other text messages are on their way, or may be; the limit for a day may be reached by them.";

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
        var mayHaveLeft = texts.Where(m => m.SentAt == null && m.DeadAt == null && m.Attempts > 0 && (m.LeasedUntil != null || m.LastError != Waiting));

        return await JudgeAsync(Of(sent), Of(mayHaveLeft), limits.PerMerchantPerDay, "You have sent", ct)
            ?? await JudgeAsync(To(sent), To(mayHaveLeft), limits.PerNumberPerDay, "This number has got", ct)
            ?? await JudgeAsync(About(sent), About(mayHaveLeft), limits.PerInvoicePerDay, "This invoice has caused", ct);

        IQueryable<OutboxMessage> Of(IQueryable<OutboxMessage> some) => some.Where(m => m.MerchantId == message.MerchantId);

        IQueryable<OutboxMessage> About(IQueryable<OutboxMessage> some) => some.Where(m => m.InvoiceId == message.InvoiceId);

        IQueryable<OutboxMessage> To(IQueryable<OutboxMessage> some) =>
            some.Where(m => db.Invoices.Any(i => i.Id == m.InvoiceId && i.BillTo.Phone == phone));
    }

    private static async Task<DeliveryOutcome?> JudgeAsync(
        IQueryable<OutboxMessage> sent, IQueryable<OutboxMessage> mayHaveLeft, int most, string who, CancellationToken ct)
    {
        var before = await sent.CountAsync(ct);

        return before >= most ? new DeliveryOutcome.Refused($"{who} {most} text messages in 24 hours, which is the limit here.")
            : before + await mayHaveLeft.CountAsync(ct) >= most ? new DeliveryOutcome.Unknown(Waiting)
            : null;
    }
}
