using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Team;
using PayPage.SignIn;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Refunds;
using PayPage.Wording;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>A refund that failed: ask again, or say that the matter was settled in another way.</summary>
[Needs(Right.RefundPayments)]
internal sealed class RefundAgainModel(InspectInvoice inspect, RetryRefund retry, RefundProof proof, IdSource ids) : OneInvoicePage(inspect)
{
    [FromRoute(Name = "refund")]
    public string Asked { get; init; } = "";

    [BindProperty, FromForm]
    public TypedRefund Input { get; set; } = new();

    /// <summary>Never null when the page is rendered.</summary>
    public Refund Failed { get; private set; } = null!;

    /// <summary>Never null when the page is rendered.</summary>
    public Payment Paid { get; private set; } = null!;

    /// <summary>What the person is asked for; null where nothing.</summary>
    public ProofMeans? Proof { get; private set; }

    public bool HasRoom => Failed.Amount.Minor <= Paid.Refundable.Minor;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = new TypedRefund { Id = $"{RefundId.New(ids)}" };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || PrefixedId.Read("ref_", Input.Id) is not { } again)
        {
            return NotFound();
        }

        var answer = Failed.Status == RefundStatus.Failed
            ? await proof.AskAsync(Merchant, Paid, Failed.Amount.Minor, Me.Id, Input.Proof, Number, Caller, ct)
            : new RefundProof.Answer(false, null);

        if (answer.Objection is { } objection)
        {
            return Again("Input.Proof", objection);
        }

        return await retry.HandleAsync(Number, Failed.Id, new RefundId(again), answer.IsProven, Caller, ct) switch
        {
            RetryRefund.Outcome.Done => Done($"{Words.Sum(Failed.Amount)} is being given back. You see below what becomes of it.", "payments"),
            RetryRefund.Outcome.NotFailed => Again("", "This refund does not wait for you any more."),
            RetryRefund.Outcome.TooMuch => Again("", $"So much of this payment cannot be given back any more. What is left is {Words.Sum(Paid.Refundable)}."),
            RetryRefund.Outcome.NeedsProof => Again("Input.Proof", "So much has gone back meanwhile that you must prove who you are. Nothing was done."),
            RetryRefund.Outcome.NoSuchRefund => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        return await retry.LeaveAsync(Number, Failed.Id, Caller, ct) switch
        {
            RetryRefund.Outcome.Done => Done("Noted: nothing more is to be done about this refund.", "payments"),
            RetryRefund.Outcome.NoSuchRefund => NotFound(),
            _ => Again("", "This refund does not wait for you any more."),
        };
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await LookAsync("A refund that failed", ct) || View.Refunds.FirstOrDefault(r => $"{r.Id}" == Asked) is not { } refund)
        {
            return false;
        }

        Failed = refund;
        Paid = View.Payments.Single(p => p.Id == refund.PaymentId);
        Proof = await proof.MeansAsync(Merchant, Paid, Me.Id);
        return true;
    }
}
