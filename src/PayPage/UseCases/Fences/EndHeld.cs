using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Fences;

/// <summary>
/// On the processor's form the same payment takes try after try without asking us. When its link takes no more tries, the payment is closed at
/// the processor, which may say that it was too late for that. Safe to repeat.
/// </summary>
internal sealed class EndHeld(PayPageDbContext db, AskProcessor ask, TimeProvider clock)
{
    public async Task HandleAsync(PaymentId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isHeld = await db.Payments.AnyAsync(
            p => p.Id == id && p.Status == PaymentStatus.Submitted && db.Links.Any(l => l.Id == p.LinkId && (l.BarredAt != null || l.RestsUntil > now)), ct);

        if (isHeld)
        {
            await ask.CancelAsync(id, givenUp: false, ct);
        }
    }
}
