using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Disputes;
using PayPage.Domain.Payments;
using PayPage.Domain.Team;
using PayPage.UseCases.Disputes;
using PayPage.Wording;

namespace PayPage.Pages.Office.Disputes;

/// <summary>One dispute: how it stands, why, what to collect, until when, and where to answer.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class OneModel(ShowDispute show) : DisputePage
{
    public ShowDispute.View View { get; private set; } = null!;    // set before the page is shown

    public DisputeCause Cause => DisputeCauses.Read(View.Dispute.Reason);

    /// <summary>What it means for the money, in a sentence or two.</summary>
    public string Standing
    {
        get
        {
            var (dispute, sum) = (View.Dispute, Words.Sum(View.Dispute.Amount));

            return dispute.State switch
            {
                DisputeState.Inquiry => $"The payer's bank asks about {sum}. No money has moved. Without an answer it may be taken back.",
                DisputeState.NeedsAnswer => $"The payer's bank has taken back {sum} until it is decided who keeps it. It waits for your answer: without one the money is lost.",
                DisputeState.UnderReview => $"The payer's bank has your answer and decides who keeps {sum}. That takes weeks, with some banks months. There is nothing to do meanwhile.",
                DisputeState.Won => $"You won: {sum} is yours again.",
                DisputeState.Lost when dispute.OfInvoice < dispute.Amount.Minor && dispute.OfOverpayment == 0 =>
                    $"You lost: the payer keeps {sum}. Part of it had gone back already, so it is your loss twice: see the history of the invoice.",
                DisputeState.Lost => $"You lost: the payer keeps {sum}. The invoice stays paid and shows the sum as given back. It is not due again.",
                DisputeState.Closed => $"The bank let its question about {sum} rest. No money has moved.",
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Named is not { } id || await show.HandleAsync(id, Caller, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Title = $"Dispute – invoice {view.Invoice.Number}";
        return Page();
    }
}
