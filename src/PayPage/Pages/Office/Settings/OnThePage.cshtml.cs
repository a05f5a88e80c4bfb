using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>What the pay page asks, what things are called on it, and where it leads on to.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class OnThePageModel(ShowSettings showSettings, ChangePayPage changePayPage) : SettingsPage(showSettings)
{
    public override string Part => "pay-page";

    [BindProperty]
    [FromForm]
    public PayPageSettings Input { get; set; } = new();

    protected override string Heading => "Pay page";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AfterAsync(await changePayPage.HandleAsync(Caller.MerchantId, Input, Seen, ct), ct);

    /// <summary>What was typed for a label, whatever its row.</summary>
    public TypedLabel Typed(string key) => Input.Labels.Find(row => row.Key == key) ?? new TypedLabel(key, null);

    /// <summary>What a label stands at, and what the house writes there in English.</summary>
    public static (string About, string Ours) WordsOf(string key) => key switch
    {
        CustomLabels.BillTo => ("Who the invoice is for", "For"),
        CustomLabels.InvoiceNumber => ("The invoice’s number", "Invoice"),
        CustomLabels.CustomerId => ("The customer’s number", "Customer number"),
        CustomLabels.CompanyName => ("The customer’s company", "Company"),
        CustomLabels.Description => ("The description", "no heading"),
        CustomLabels.Shipping => ("Freight", "Freight"),
        CustomLabels.PartialPayment => ("Paying a part", "Pay another amount"),
        CustomLabels.Discount => ("Discounts", "Discount"),
        _ => ("Taxes", "the tax’s name, or Tax"),
    };

    protected override void Fill(Merchant merchant) => Input = PayPageSettings.Of(merchant);

    protected override void Remember(Merchant merchant) => Seen = PayPageSettings.StampOf(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant)
    {
        var now = PayPageSettings.Of(merchant);
        var labels = now.Labels.Select((label, row) => ($"Labels[{row}].Value", InWords(Typed(label.Key!)), InWords(label)));    // ours have keys

        return labels.Concat(
        [
            (nameof(Input.BackWhenPaid), Input.BackWhenPaid, now.BackWhenPaid), (nameof(Input.BackWhenRejected), Input.BackWhenRejected, now.BackWhenRejected),
            (nameof(Input.BackWhenPending), Input.BackWhenPending, now.BackWhenPending), (nameof(Input.VatNumber), Input.VatNumber, now.VatNumber),
            (nameof(Input.ShowsVatNumber), YesNo(Input.ShowsVatNumber), YesNo(now.ShowsVatNumber)), (nameof(Input.AsksPhone), YesNo(Input.AsksPhone), YesNo(now.AsksPhone)),
            (nameof(Input.AsksShipping), YesNo(Input.AsksShipping), YesNo(now.AsksShipping)), (nameof(Input.AsksEmail), YesNo(Input.AsksEmail), YesNo(now.AsksEmail)),
        ]);
    }

    private static string? InWords(TypedLabel label) => string.Join(", ", new[]
    {
        string.IsNullOrWhiteSpace(label.Value) ? null : label.Value.Trim(),
        label.Hidden ? "hidden" : null,
        label.HiddenForInvoice ? "hidden in the sums" : null,
        label.HiddenForItem ? "hidden in the lines" : null,
    }.OfType<string>());

    private static string YesNo(bool value) => value ? "yes" : "no";
}
