using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Customers;
using PayPage.Domain.Team;
using PayPage.UseCases.Customers;

namespace PayPage.Pages.Office.Customers;

/// <summary>One customer: what is owed, all invoices, and how to reach.</summary>
[Needs(Right.SeeCustomers)]
internal sealed class ShowModel(ShowCustomer showCustomer, ChangeCustomer changeCustomer) : OfficePage
{
    [FromRoute(Name = "customer")]
    public string CustomerText { get; init; } = "";

    /// <summary>The number of the last invoice on the page before.</summary>
    [FromQuery]
    public string? After { get; init; }

    [BindProperty]
    [FromForm]
    public CustomerWords Input { get; set; } = new(null, null, null, null, null, false);

    /// <summary>The customer's version when the form was shown.</summary>
    [BindProperty]
    [FromForm]
    public string? Seen { get; set; }

    public ShowCustomer.View View { get; private set; } = null!;    // set before the page is shown

    /// <summary>Whether a colleague was faster: then saving again replaces what he wrote.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>For those who may look only.</summary>
    public IEnumerable<(string Label, string Value)> Facts =>
        from fact in Shown(CustomerWords.Of(View.Customer))
        where !string.IsNullOrEmpty(fact.Value)
        select (fact.Label, fact.Value);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        (Input, Seen) = (CustomerWords.Of(View.Customer), Version);
        return Page();
    }

    [Needs(Right.WriteCustomers)]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        // What is no version was never one: somebody else's it is then.
        var seen = long.TryParse(Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

        switch (await changeCustomer.HandleAsync(View.Customer.Id, Input, seen, Caller, ct))
        {
            case CustomerOutcome.Saved:
                Say("Customer saved.");
                return SeeOther(Path($"customers/{View.Customer.Id}"));
            case CustomerOutcome.Faulty faulty:
                return Again(faulty.Messages);
            case CustomerOutcome.Overtaken when await LookAsync(ct):
                return Again(Meanwhile());
            case CustomerOutcome.Overtaken or CustomerOutcome.Unknown:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    private string Version => View.Customer.Version.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> LookAsync(CancellationToken ct)
    {
        if (!CustomerId.TryParse(CustomerText, out var id) || await showCustomer.HandleAsync(id, After, Caller, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Title = CustomerName.Of(view.Customer);
        return true;
    }

    /// <summary>Field by field what a colleague saved; the form now knows of it, so that saving again is a decision and not an accident.</summary>
    private Dictionary<string, string> Meanwhile()
    {
        (IsOvertaken, Seen) = (true, Version);
        return Shown(Input).Zip(Shown(CustomerWords.Of(View.Customer)))
            .Where(pair => (pair.First.Value ?? "").Trim() != (pair.Second.Value ?? ""))
            .ToDictionary(
                pair => pair.First.Field,
                pair => string.IsNullOrEmpty(pair.Second.Value) ? "A colleague has emptied this meanwhile." : $"A colleague has saved this meanwhile: {pair.Second.Value}");
    }

    private static IReadOnlyList<(string Field, string Label, string? Value)> Shown(CustomerWords words) =>
    [
        (nameof(words.Name), "Name", words.Name), (nameof(words.CompanyName), "Company", words.CompanyName),
        (nameof(words.Email), "E-mail", words.Email), (nameof(words.Phone), "Mobile", words.Phone),
        (nameof(words.MerchantCustomerId), "Customer number", words.MerchantCustomerId), (nameof(words.GetsNoLink), "Payment link", words.GetsNoLink ? "none" : "as usual"),
        (nameof(words.GetsNoReminders), "Reminders", words.GetsNoReminders ? "none" : "as usual"),
    ];
}
