using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Team;
using PayPage.UseCases.Customers;

namespace PayPage.Pages.Office.Customers;

/// <summary>Writes down a customer before any invoice.</summary>
[Needs(Right.WriteCustomers)]
internal sealed class NewModel(AddCustomer addCustomer, IdSource ids) : OfficePage
{
    [BindProperty]
    [FromForm]
    public CustomerWords Input { get; set; } = new(null, null, null, null, null, false);

    /// <summary>The id that the customer will have: made with the form, so that a form sent twice makes one customer.</summary>
    [BindProperty]
    [FromForm]
    public string? Attempt { get; set; }

    public void OnGet()
    {
        Title = "New customer";
        Attempt = $"{CustomerId.New(ids)}";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "New customer";
        var id = CustomerId.TryParse(Attempt, out var made) ? made : CustomerId.New(ids);

        switch (await addCustomer.HandleAsync(id, Input, Caller, ct))
        {
            case CustomerOutcome.Saved:
                Say("Customer added.");
                return SeeOther(Path($"customers/{id}"));
            case CustomerOutcome.Faulty faulty:
                return Again(faulty.Messages);
            case CustomerOutcome.Overtaken:
                Attempt = $"{CustomerId.New(ids)}";
                return Again("", "This form has added a customer before, with other words. Nobody was added now. Press the button again to add this one too.");
            case CustomerOutcome.Unknown:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }
}
