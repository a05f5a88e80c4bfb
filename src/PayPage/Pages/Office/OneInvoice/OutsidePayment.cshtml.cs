using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Payments;
using PayPage.Wording;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Money came past us: cash, a cheque, a transfer.</summary>
[Needs(Right.RecordPayments)]
internal sealed class OutsidePaymentModel(InspectInvoice inspect, RecordOutsidePayment record, FindToday findToday, IdSource ids) : OneInvoicePage(inspect)
{
    [BindProperty, FromForm]
    public TypedPayment Input { get; set; } = new();

    /// <summary>The reference of a recorded payment that looks the same; null: there is none.</summary>
    public string? Lookalike { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = new TypedPayment
        {
            Id = $"{PaymentId.New(ids)}",
            Amount = Math.Max(0, View.Invoice.Available.Minor) is > 0 and var left ? new Money(left, View.Invoice.Currency).Figure : null,
            ReceivedOn = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Tells = true,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || PrefixedId.Read("pay_", Input.Id) is not { } id)
        {
            return NotFound();
        }

        var reading = new OutsideProposal(Input.Amount, Input.Kind, Input.Number, Input.ReceivedOn).Read(View.Invoice.Currency, Today);

        if (reading is not OutsideReading.Read read)
        {
            return Again(((OutsideReading.Faulty)reading).Faults.ToDictionary(fault => $"Input.{fault.Key}", fault => fault.Value, StringComparer.Ordinal));
        }

        var outcome = await record.HandleAsync(
            new RecordOutsidePayment.Wish(Number, new PaymentId(id), read.Amount, read.Means, read.ReceivedOn, Input.Tells, Input.IsAnother), Caller, ct);

        switch (outcome)
        {
            case RecordOutsidePayment.Outcome.Recorded recorded:
                return Done($"{Words.Sum(new Money(read.Amount, View.Invoice.Currency))} recorded. The payment's reference is {recorded.Reference}.");
            case RecordOutsidePayment.Outcome.RecordedOther before:
                Input.Id = $"{PaymentId.New(ids)}";
                return Again("", $"This form has recorded {Words.Sum(before.Amount)} before, as {before.Reference}. Nothing was recorded now. Press the button again only if this is another payment.");
            case RecordOutsidePayment.Outcome.LooksRecorded other:
                Lookalike = other.Reference;
                return Again("Input.IsAnother", $"A payment of the same amount and day is recorded already, as {other.Reference}. Is this really another?");
            case RecordOutsidePayment.Outcome.NoRoom full:
                return Again("Input.Amount", NoRoom(full));
            case RecordOutsidePayment.Outcome.NotPayable { Stage: var stage }:
                return Again("", stage == InvoiceStage.Draft ? "This is a draft. Publish it first." : "The invoice is canceled: it takes no money any more.");
            case RecordOutsidePayment.Outcome.NoSuchInvoice:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    private string NoRoom(RecordOutsidePayment.Outcome.NoRoom full) => full switch
    {
        { Available.Minor: <= 0, Held.Minor: 0 } => "The invoice is paid: there is no room for more.",
        { Available.Minor: <= 0 } => $"An open payment holds {Words.Sum(full.Held)}, all that is due. Wait until it is settled, or ask the payer to give it up.",
        { Held.Minor: 0 } => $"This is more than is due. The most is {Words.Sum(full.Available)}.",
        _ => $"An open payment holds {Words.Sum(full.Held)}, so the most is {Words.Sum(full.Available)}.",
    };

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Today = await findToday.HandleAsync(Caller, ct);
        return await LookAsync("Outside payment", ct);
    }
}

/// <summary>As it was typed.</summary>
internal sealed class TypedPayment
{
    /// <summary>Of the payment that it makes: the same form sent twice makes one.</summary>
    public string? Id { get; set; }

    public string? Amount { get; set; }

    public string? Kind { get; set; }

    public string? Number { get; set; }

    public string? ReceivedOn { get; set; }

    public bool Tells { get; set; }

    public bool IsAnother { get; set; }
}
