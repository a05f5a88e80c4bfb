using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Team;
using PayPage.SignIn;
using PayPage.UseCases;
using PayPage.UseCases.Refunds;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Above the merchant's limit, whoever gives money back must prove once more who he is. A wrong answer is on the history.</summary>
internal sealed class RefundProof(FreshProof proof, NoteDenial noteDenial)
{
    /// <summary>What is to be asked for on the form; null: nothing, however much of the payment is chosen.</summary>
    public async Task<ProofMeans?> MeansAsync(Merchant merchant, Payment payment, UserId me) =>
        merchant.RefundNeedsPassword(AskForRefund.Counted(payment, payment.Refundable.Minor)) ? await proof.MeansAsync(me) : null;

    /// <param name="amount">What is to go back; minor units.</param>
    /// <param name="typed">The password or code; null where none was asked for.</param>
    public async Task<Answer> AskAsync(Merchant merchant, Payment payment, long amount, UserId me, string? typed, string number, Caller caller, CancellationToken ct)
    {
        if (amount > payment.Refundable.Minor || !merchant.RefundNeedsPassword(AskForRefund.Counted(payment, amount)))
        {
            return new Answer(false, null);    // too much is refused anyway: nobody is asked for a password for nothing
        }

        if (await proof.ObjectionAsync(me, typed, ct) is not { } objection)
        {
            return new Answer(true, null);
        }

        await noteDenial.HandleAsync(number, payment.Reference, new Money(amount, payment.Amount.Currency), caller, ct);
        return new Answer(false, objection);
    }

    /// <param name="Objection">What to say; null where nothing was asked, or it was the right one.</param>
    internal sealed record Answer(bool IsProven, string? Objection);
}
