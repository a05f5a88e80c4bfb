using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>How invoices are numbered. Not the stamp but the values themselves were seen: invoices move the count all the while.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class NumbersModel(ShowSettings showSettings, ChangeNumbers changeNumbers) : SettingsPage(showSettings)
{
    public override string Part => "numbers";

    [BindProperty]
    [FromForm]
    public Numbers Input { get; set; } = new(null, null);

    [BindProperty]
    [FromForm]
    public string? SeenPrefix { get; set; }

    [BindProperty]
    [FromForm]
    public string? SeenNext { get; set; }

    public string Example => NumberInvoice.Written(Now.Merchant.NumberPrefix, Now.Merchant.LastInvoiceNumber + 1);

    protected override string Heading => "Numbers";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AfterAsync(await changeNumbers.HandleAsync(Caller.MerchantId, Input, new Numbers(SeenPrefix ?? "", SeenNext), ct), ct);

    protected override void Fill(Merchant merchant) => Input = Numbers.Of(merchant);

    protected override void Remember(Merchant merchant) => (SeenPrefix, SeenNext) = Numbers.Of(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant)
    {
        var now = Numbers.Of(merchant);
        return [(nameof(Input.Prefix), Input.Prefix, now.Prefix), (nameof(Input.Next), Input.Next, now.Next)];
    }
}
