using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>
/// A payer presses Pay on the page on which his payment is already open: the same payment takes the next try, for which the processor is asked
/// anew. If he wants it otherwise now, it is canceled there first, so that he is never charged for both.
/// </summary>
internal sealed class PressAgain(FindCheckout findCheckout, StartAgain startAgain)
{
    /// <param name="secret">That was made with the page, or is in the cookie: it proves that the payment is his.</param>
    /// <param name="isTheSame">Whether the open payment is what he asks for.</param>
    public async Task<Outcome> HandleAsync(string token, Func<LinkId, string?> secret, Func<Payment, bool> isTheSame, CancellationToken ct)
    {
        switch (await findCheckout.HandleAsync(token, secret, ct))
        {
            case FindCheckout.Outcome.Here here when isTheSame(here.Payment):
                return new Outcome.SameAgain(here.Form, here.Key, here.Payment.Amount);
            case FindCheckout.Outcome.Here:
                await startAgain.HandleAsync(token, secret, ct);
                return new Outcome.Ended();
            case FindCheckout.Outcome.Over:
                return new Outcome.Over();
            default:
                return new Outcome.NotHere();
        }
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record SameAgain(PageForm Form, BrowserKey Key, Money Amount) : Outcome;

        /// <summary>It was canceled, or it was too late for that: the link's page shows which.</summary>
        internal sealed record Ended : Outcome;

        /// <summary>The processor has news of it.</summary>
        internal sealed record Over : Outcome;

        /// <summary>No payment of his is open on this page, or nobody could be asked.</summary>
        internal sealed record NotHere : Outcome;
    }
}
