using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Verifying;

namespace PayPage.Pages.Office.Operator;

/// <summary>All businesses of the installation, and the door to a new one.</summary>
internal sealed class IndexModel(ListMerchants list, OpenWithAdmin open, FindLastCheck findLastCheck) : OperatorPage
{
    [FromQuery]
    public string? Search { get; set; }

    [BindProperty, FromForm]
    public string? Name { get; set; }

    [BindProperty, FromForm]
    public string? Email { get; set; }

    [BindProperty, FromForm]
    public string? Zone { get; set; }

    [BindProperty, FromForm]
    public string? Currency { get; set; }

    [BindProperty, FromForm]
    public string? Admin { get; set; }

    public IReadOnlyList<MerchantLine> Merchants { get; private set; } = [];

    /// <summary>What the last check of the books found; null before the first.</summary>
    public BooksCheck? LastCheck { get; private set; }

    public Task OnGetAsync(CancellationToken ct)
    {
        (Zone, Currency) = ("Europe/Amsterdam", "EUR");
        return LookAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (wanted, admin, faults) = OpenWithAdmin.Read(Name, Email, Zone, Currency, Admin);

        if (wanted is null)
        {
            await LookAsync(ct);
            return Again(faults);
        }

        await open.HandleAsync(wanted, admin, Me.Id, ct);
        Say($"{wanted.Name} is open, and an invitation is on its way to {admin}.");
        return SeeOther("/merchant/operator");
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Title = "This installation";
        Merchants = await list.HandleAsync(Search, ct);
        LastCheck = await findLastCheck.HandleAsync(ct);
    }
}
