using System.Diagnostics;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Payments;

namespace PayPage.Pages.Office.Invoices;

/// <summary>Judges what was typed into the form of an invoice, by the rules of every door, and names what is wrong as the form does.</summary>
internal sealed class FormReader(FindToday findToday, FindTakes findTakes, SmsLimits texts)
{
    private const string NoWay = "Choose how to send it, or use a button that does not send it.";

    /// <param name="form">Its blank lines are dropped.</param>
    /// <param name="isSent">Whether it goes out at once: then there must be a way, and an address.</param>
    /// <returns>The invoice, or null and what is wrong, by the form's names.</returns>
    public async Task<(NewInvoice? Wanted, Dictionary<string, string> Faults)> ReadAsync(InvoiceForm form, bool isSent, Caller caller, CancellationToken ct) =>
        await JudgeAsync(form, isSent, caller, ct) switch
        {
            ProposalReading.Read { Invoice.Delivery: DeliveryMode.None } when isSent => (null, new() { [nameof(InvoiceForm.Delivery)] = NoWay }),
            ProposalReading.Read { Invoice: var wanted } => (wanted, []),
            ProposalReading.Faulty { Faults: var faults } => (null, FormNames.Of(faults)),
            _ => throw new UnreachableException(),
        };

    /// <summary>While somebody is still writing: what is not there yet is no mistake.</summary>
    public async Task<Dictionary<string, string>> MistakesAsync(InvoiceForm form, Caller caller, CancellationToken ct) =>
        await JudgeAsync(form, isSent: false, caller, ct) is ProposalReading.Faulty { Faults: var faults }
            ? FormNames.Of(faults.Where(fault => fault.Kind == FaultKind.Invalid))
            : [];

    private async Task<ProposalReading> JudgeAsync(InvoiceForm form, bool isSent, Caller caller, CancellationToken ct)
    {
        form.DropBlankLines();
        var typed = InvoiceFormText.Proposal(form) with { Publish = isSent ? "true" : "false" };
        var plain = PeoplesFigures.MadePlain(typed);
        var reading = ProposalReader.Read(plain, await findToday.HandleAsync(caller, ct), texts).HeldAgainst(await findTakes.HandleAsync(caller, ct));

        return reading is ProposalReading.Read { Invoice: var read } && PeoplesDoubts.In(plain, read).ToList() is { Count: > 0 } doubts
            ? new ProposalReading.Faulty(doubts)
            : reading;
    }
}
