using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;
using PayPage.Domain.Team;
using PayPage.SignIn;
using PayPage.UseCases.Reconciliation;
using PayPage.Wording;

namespace PayPage.Pages.Office.Differences;

/// <summary>One difference between books and processor, and what can be done about it.</summary>
[Needs(Right.CompareMoney)]
internal sealed class OneModel(
    ShowDifference show, MatchMoney match, GiveBackUnknown giveBack, MarkDifference mark, CompareNow compareNow, FreshProof proof, IdSource ids) : DifferencePage(show, proof)
{
    private const string Settled = "Somebody has settled this meanwhile. Nothing was done.";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        Input = new TypedDifference { Refund = $"{RefundId.New(ids)}" };
        return Page();
    }

    [Needs(Right.RecordPayments)]
    public async Task<IActionResult> OnPostMatchAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        var number = InvoiceNumber.TryRead(Input.Number ?? "", out var read) ? read : "";

        return await match.HandleAsync(Difference.Id, number, Caller, ct) switch
        {
            MatchMoney.Outcome.Matched matched => Done($"{Words.Sum(Difference.Amount)} pays invoice {matched.Number} now. Its payer gets a receipt."),
            MatchMoney.Outcome.NotOpen => Again("", Settled),
            MatchMoney.Outcome.IsKnown => Again("", "This money has reached the books by itself meanwhile. The next comparison closes this."),
            MatchMoney.Outcome.OtherCurrency other => Again("Input.Number", $"That invoice is in {other.Invoice.Code}, and this money in {Difference.Amount.Currency.Code}."),
            MatchMoney.Outcome.NotPayable => Again("Input.Number", "That invoice is a draft or canceled: it takes no money."),
            MatchMoney.Outcome.NoSuchInvoice => Again("Input.Number", "There is no invoice with this number."),
            MatchMoney.Outcome.NoSuchDifference => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    [Needs(Right.RefundPayments)]
    public async Task<IActionResult> OnPostRefundAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct) || PrefixedId.Read("ref_", Input.Refund) is not { } refund)
        {
            return NotFound();
        }

        var isAsked = Proof is not null && Difference.State == DifferenceState.Open;

        if (isAsked && await ObjectionAsync(ct) is { } objection)
        {
            return Again("Input.Proof", objection);
        }

        return await giveBack.HandleAsync(Difference.Id, new RefundId(refund), isAsked, Caller, ct) switch
        {
            GiveBackUnknown.Outcome.Asked { State: DifferenceState.GivenBack } => Done($"{Words.Sum(Difference.Amount)} was given back."),
            GiveBackUnknown.Outcome.Asked => Done($"{Words.Sum(Difference.Amount)} is being given back. You see below what becomes of it."),
            GiveBackUnknown.Outcome.Refused refused => Again("", $"The processor did not give it back: {refused.Why ?? "it gave no reason"}"),
            GiveBackUnknown.Outcome.NeedsProof => Again("Input.Proof", "You must prove who you are. Nothing was done."),
            GiveBackUnknown.Outcome.NotOpen => Again("", Settled),
            GiveBackUnknown.Outcome.NoSuchDifference => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostMarkAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        if (MarkDifference.Objection(Input.Note, out var words) is { } objection)
        {
            return Again("Input.Note", objection);
        }

        return await mark.HandleAsync(Difference.Id, words, Caller, ct) switch
        {
            MarkDifference.Outcome.Done => Done("Noted. It waits for nobody any more."),
            MarkDifference.Outcome.NotOpen => Again("", Settled),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct) =>
        await LookAsync(ct) && await compareNow.AskAsync(Difference.Id, Caller, ct) is { } answered
            ? Done(answered ? "The processor was asked. You see below how it stands." : "The processor did not answer. Nobody knows more than before.")
            : NotFound();
}
