using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Payments;

/// <summary>The payer comes back from the processor. That proves nothing: the processor is asked. Safe to repeat.</summary>
internal sealed class ComeBack(PayPageDbContext db, FindLink findLink, AskProcessor ask, LoseTrack loseTrack)
{
    public async Task<Outcome> HandleAsync(string token, CancellationToken ct)
    {
        if (await findLink.HandleAsync(token, ct) is not { } link)
        {
            return Outcome.NoSuchLink;
        }

        var open = await db.Payments.AsNoTracking()
            .Where(p => p.LinkId == link.Id && PaymentTransitions.Open.Contains(p.Status))
            .Select(p => new { p.Id, p.Style })
            .SingleOrDefaultAsync(ct);

        if (open is null)
        {
            return Outcome.Seen;
        }

        var answer = await ask.LookAsync(open.Id, ct);

        // Whoever comes back may have paid: without an answer nobody may lead him to pay again.
        if (answer is PaymentAnswer.NoAnswer)
        {
            await loseTrack.HandleAsync(open.Id, CancellationToken.None);
        }

        return open.Style == CheckoutStyle.OnPage && answer is PaymentAnswer.Found { News.State: ProcessorState.Open }
            ? Outcome.TriesAgainHere
            : Outcome.Seen;
    }

    internal enum Outcome
    {
        NoSuchLink,

        /// <summary>The link's page shows how it stands.</summary>
        Seen,

        /// <summary>The bank did not approve, or was not asked to the end: the payment on our page takes the next try.</summary>
        TriesAgainHere,
    }
}
