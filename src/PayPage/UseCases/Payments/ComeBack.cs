using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Payments;

/// <summary>The payer comes back from the processor. That proves nothing: the processor is asked. Safe to repeat.</summary>
internal sealed class ComeBack(PayPageDbContext db, FindLink findLink, AskProcessor ask, LoseTrack loseTrack)
{
    /// <returns>False when there is no such link.</returns>
    public async Task<bool> HandleAsync(string token, CancellationToken ct)
    {
        if (await findLink.HandleAsync(token, ct) is not { } link)
        {
            return false;
        }

        var open = await db.Payments.AsNoTracking()
            .Where(p => p.LinkId == link.Id && PaymentTransitions.Open.Contains(p.Status))
            .Select(p => (PaymentId?)p.Id)
            .SingleOrDefaultAsync(ct);

        if (open is { } id)
        {
            // Whoever comes back may have paid: without an answer nobody may lead him to pay again.
            if (await ask.LookAsync(id, ct) is PaymentAnswer.NoAnswer)
            {
                await loseTrack.HandleAsync(id, CancellationToken.None);
            }
        }

        return true;
    }
}
