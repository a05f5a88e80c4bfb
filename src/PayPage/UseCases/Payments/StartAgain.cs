using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Payments;

/// <summary>The payer who began a payment wants to begin anew: it is canceled at the processor first, and the processor may say no.</summary>
internal sealed class StartAgain(PayPageDbContext db, FindLink findLink, AskProcessor ask, LoseTrack loseTrack)
{
    /// <returns>False when there is no such link. The page shows what came of it: payable again, paid after all, or still unknown.</returns>
    public async Task<bool> HandleAsync(string token, Func<LinkId, string?> returnSecret, CancellationToken ct)
    {
        if (await findLink.HandleAsync(token, ct) is not { } link)
        {
            return false;
        }

        var payment = await db.Payments.AsNoTracking()
            .SingleOrDefaultAsync(p => p.LinkId == link.Id && PaymentTransitions.Open.Contains(p.Status), ct);

        if (payment is { Status: not PaymentStatus.Processing } && payment.WasBegunBy(returnSecret(link.Id)))
        {
            if (await ask.CancelAsync(payment.Id, givenUp: false, ct) is PaymentAnswer.NoAnswer)
            {
                await loseTrack.HandleAsync(payment.Id, CancellationToken.None);
            }
        }

        return true;
    }
}
