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

/// <summary>Give money of a payment back, all or a part.</summary>
[Needs(Right.RefundPayments)]
internal sealed class RefundModel(InspectInvoice inspect, AskForRefund ask, RefundProof proof, IdSource ids) : OneInvoicePage(inspect)
{
    [FromRoute(Name = "reference")]
    public string Reference { get; init; } = "";

    [BindProperty, FromForm]
    public TypedRefund Input { get; set; } = new();

    /// <summary>Never null when the page is rendered.</summary>
    public Payment Paid { get; private set; } = null!;

    /// <summary>What of it no invoice had room for, and is not on its way back; 0 nearly always.</summary>
    public Money Owed => new(View.OwedBack.GetValueOrDefault(Paid.Id), Paid.Amount.Currency);

    /// <summary>What the person is asked for; null where nothing.</summary>
    public ProofMeans? Proof { get; private set; }

    public bool IsByHand => Paid.Method == PaymentMethod.Outside;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var most = Owed.Minor > 0 && Owed.Minor < Paid.Refundable.Minor ? Owed : Paid.Refundable;
        Input = new TypedRefund { Id = $"{RefundId.New(ids)}", Amount = most.Minor > 0 ? most.Figure : null, Tells = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || PrefixedId.Read("ref_", Input.Id) is not { } id)
        {
            return NotFound();
        }

        var reading = new RefundProposal(Input.Amount, Input.Reason).Read(Paid.Refundable);

        if (reading is not RefundReading.Read read)
        {
            return Again(((RefundReading.Faulty)reading).Faults.ToDictionary(fault => $"Input.{fault.Key}", fault => fault.Value, StringComparer.Ordinal));
        }

        var answer = await proof.AskAsync(Merchant, Paid, read.Amount, Me.Id, Input.Proof, Number, Caller, ct);

        if (answer.Objection is { } objection)
        {
            return Again("Input.Proof", objection);
        }

        var outcome = await ask.HandleAsync(
            new AskForRefund.Wish(Number, Paid.Reference, new RefundId(id), read.Amount, read.Reason, answer.IsProven, !IsByHand || Input.Tells), Caller, ct);

        switch (outcome)
        {
            case AskForRefund.Outcome.Asked asked:
                return Done(Told(asked.Status, new Money(read.Amount, Paid.Amount.Currency)), "payments");
            case AskForRefund.Outcome.AskedOther before:
                Input.Id = $"{RefundId.New(ids)}";
                return Again("", $"This form has asked for {Words.Sum(before.Amount)} before. Nothing was done now. Press the button again only if this is to go back too.");
            case AskForRefund.Outcome.TooMuch { Most.Minor: 0 }:
                return Again("", "All of this payment was given back, is on its way back or is in dispute. Nothing was done.");
            case AskForRefund.Outcome.TooMuch full:
                return Again("Input.Amount", $"This is more than can be given back. The most is {Words.Sum(full.Most)}.");
            case AskForRefund.Outcome.NeedsProof:
                return Again("Input.Proof", "So much has gone back meanwhile that you must prove who you are. Nothing was done.");
            case AskForRefund.Outcome.NotPaid:
                return Again("", "No money has come of this payment, so none can be given back.");
            case AskForRefund.Outcome.NoSuchPayment:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    private string Told(RefundStatus status, Money amount) => status == RefundStatus.Succeeded
        ? $"{Words.Sum(amount)} recorded as given back."
        : $"{Words.Sum(amount)} is being given back. You see below what becomes of it.";

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await LookAsync("Give money back", ct) || View.Payments.FirstOrDefault(p => p.Reference == Reference) is not { } payment)
        {
            return false;
        }

        Paid = payment;
        Proof = await proof.MeansAsync(Merchant, payment, Me.Id);
        return true;
    }
}
