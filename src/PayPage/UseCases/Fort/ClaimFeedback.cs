using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Fort;

namespace PayPage.UseCases.Fort;

/// <summary>Who may send which news. A lease that ran out is lost for good: its number is no longer the row's.</summary>
internal sealed class ClaimFeedback(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    /// <summary>Longer than any try takes (<see cref="Domain.Webhooks.IWebhookSender"/> gives up after 15 s).</summary>
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);

    private const int Candidates = 20;

    /// <summary>One at a time for each merchant, so that one whose system hangs keeps no other waiting; and of one payment in the order in which it happened.</summary>
    /// <returns>Null when nothing is due, or others were quicker at all that is.</returns>
    public async Task<Lease?> NextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var latest = now + (2 * LeaseTime);    // a lease that ends later was given before the clock was set back: nobody holds it
        var waiting = db.FortFeedback.AsNoTracking().Where(f => f.SentAt == null && f.DeadAt == null);
        var due = await waiting
            .Where(f => f.DueAt <= now && (f.LeasedUntil == null || f.LeasedUntil <= now || f.LeasedUntil > latest))
            .Where(f => !waiting.Any(other => other.MerchantId == f.MerchantId && other.LeasedUntil > now && other.LeasedUntil <= latest))
            .Where(f => !waiting.Any(other => other.PaymentId == f.PaymentId && other.CreatedAt < f.CreatedAt))
            .OrderBy(f => f.DueAt)
            .Take(Candidates)
            .ToListAsync(ct);

        foreach (var feedback in due)
        {
            if (await write.RunAsync((unit, token) => TakeAsync(unit, feedback, now, token), ct))
            {
                return new Lease(feedback, feedback.LeaseNo + 1);
            }
        }

        return null;
    }

    /// <summary>It was accepted: no more tries.</summary>
    public Task SentAsync(Lease lease, int status, CancellationToken ct) => write.RunAsync(
        (unit, token) => Held(unit, lease).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.SentAt, clock.GetUtcNow()).SetProperty(f => f.LastStatus, status).SetProperty(f => f.LastError, (string?)null), token),
        ct);

    /// <param name="status">HTTP's; null where no answer came.</param>
    /// <param name="error">Why none came; null where one did.</param>
    /// <param name="isLast">Whether it is given up; else it is due again after <see cref="FortFeedback.Pause"/>.</param>
    public Task FailedAsync(Lease lease, int? status, string? error, bool isLast, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var dead = isLast ? now : (DateTimeOffset?)null;
        var reason = error is { Length: > FortFeedback.AnswerLength } ? error[..FortFeedback.AnswerLength] : error;

        return write.RunAsync(
            (unit, token) => Held(unit, lease).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.DeadAt, dead)
                    .SetProperty(f => f.DueAt, now + FortFeedback.Pause)
                    .SetProperty(f => f.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(f => f.LastStatus, status)
                    .SetProperty(f => f.LastError, reason),
                token),
            ct);
    }

    private static async Task<bool> TakeAsync(Unit unit, FortFeedback feedback, DateTimeOffset now, CancellationToken ct) =>
        await Held(unit, new Lease(feedback, feedback.LeaseNo)).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.LeaseNo, f => f.LeaseNo + 1).SetProperty(f => f.LeasedUntil, now + LeaseTime).SetProperty(f => f.Attempts, f => f.Attempts + 1), ct) == 1;

    // The fence: every write names the lease it was made under.
    private static IQueryable<FortFeedback> Held(Unit unit, Lease lease) =>
        unit.Db.FortFeedback.Where(f => f.Id == lease.Feedback.Id && f.LeaseNo == lease.No && f.SentAt == null && f.DeadAt == null);

    /// <param name="Feedback">As it was before the claim.</param>
    /// <param name="No">The number that this claim gave the row.</param>
    internal sealed record Lease(FortFeedback Feedback, long No)
    {
        public int Attempt => Feedback.Attempts + 1;
    }
}
