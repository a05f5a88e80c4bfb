using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Invoices;
using PayPage.Wording;

namespace PayPage.Pages.Office.Invoices;

/// <summary>What writing a new invoice and changing an old one share: the form, its lines and its totals. All of it works without script.</summary>
internal abstract class InvoiceFormPage(BeginInvoice begin, OfferCustomers offerCustomers, FormReader reader) : OfficePage
{
    [BindProperty]
    [FromForm]
    public InvoiceForm Form { get; set; } = new();

    /// <summary>What it comes to as far as it is known.</summary>
    public ProposalTotals Totals { get; private set; } = new(null, [], null);

    public IReadOnlyList<OfferCustomers.Choice> Customers { get; private set; } = [];

    /// <summary>What a number that is left blank becomes, most likely; null where the invoice has its number.</summary>
    public string? LikelyNumber { get; protected set; }

    /// <summary>An invoice that is there keeps number and currency.</summary>
    public virtual Invoice? Invoice => null;

    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<ChangeInvoice.Clash> Clashes { get; protected set; } = [];

    public string Sum(long? minor) => minor is { } known && Totals.Currency is { } currency ? Words.Sum(new Money(known, currency)) : "–";

    public async Task<IActionResult> OnPostTotalsAsync(CancellationToken ct) => await FormAsync(await reader.MistakesAsync(Form, Caller, ct), ct);

    public async Task<IActionResult> OnPostAddLineAsync(CancellationToken ct)
    {
        if (Form.HasRoomForLines)
        {
            Form.Lines.Add(new LineForm());
        }

        return await FormAsync([], ct);
    }

    /// <param name="remove">0 for the first line; another that is not there removes none.</param>
    public async Task<IActionResult> OnPostRemoveLineAsync([FromForm] string? remove, CancellationToken ct)
    {
        if (int.TryParse(remove, out var index) && index >= 0 && index < Form.Lines.Count)
        {
            Form.Lines.RemoveAt(index);
        }

        return await FormAsync([], ct);
    }

    public async Task<IActionResult> OnPostCustomerAsync([FromForm] string? customer, CancellationToken ct)
    {
        if (!CustomerId.TryParse(customer, out var id))
        {
            return await WrongAsync("Customer", "Choose a customer from the list, or write who it is.", ct);
        }

        if (await begin.ForAsync(id, InvoiceFormText.Proposal(Form), Caller, ct) is not { } filled)
        {
            return NotFound();
        }

        InvoiceFormText.Address(Form, filled);
        return await FormAsync([], ct);
    }

    /// <summary>Reads what the page shows beside the form.</summary>
    /// <returns>False when there is no such page for this reader.</returns>
    protected abstract Task<bool> LookAsync(CancellationToken ct);

    protected Task<IActionResult> WrongAsync(string field, string fault, CancellationToken ct) => FormAsync(new Dictionary<string, string> { [field] = fault }, ct);

    /// <summary>What was done is said on the invoice's own page.</summary>
    protected StatusCodeResult Done(string number, string what)
    {
        Say($"Invoice {number} {what}");
        return SeeOther(InvoicePath(number));
    }

    /// <summary>The form with what was typed; where something is wrong, under a status that nobody takes for done.</summary>
    protected async Task<IActionResult> FormAsync(Dictionary<string, string> faults, CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        Customers = await offerCustomers.HandleAsync(Caller, ct);
        Totals = ProposalTotals.Of(PeoplesFigures.MadePlain(InvoiceFormText.Proposal(Form)));
        Response.Headers.ContentEncoding = "identity";    // what was typed stands beside the form's token (BREACH)
        return faults.Count > 0 ? Again(faults) : Page();
    }
}
