using PayPage.Domain.Merchants;
using PayPage.UseCases.Merchants;

namespace PayPage.UseCases.Previews;

/// <summary>The form of the pay page's settings, as far as a preview can show it: where the page leads on to is no part of it.</summary>
internal static class PayPageFields
{
    public const string Mark = nameof(PayPageSettings.BackWhenPaid);

    private static readonly string[] OfLabel = [nameof(TypedLabel.Key), nameof(TypedLabel.Value), nameof(TypedLabel.Hidden), nameof(TypedLabel.HiddenForInvoice), nameof(TypedLabel.HiddenForItem)];

    // Whether an invoice asks is the invoice's own affair, and its form has these names too.
    public static string[] Names { get; } =
    [
        Mark, nameof(PayPageSettings.AsksEmail), nameof(PayPageSettings.ShowsVatNumber), nameof(PayPageSettings.VatNumber),
        .. Enumerable.Range(0, CustomLabels.Keys.Count).SelectMany(row => OfLabel.Select(member => Name(row, member))),
    ];

    public static Action<Merchant> Read(IReadOnlyDictionary<string, string> fields, TypedFields typed)
    {
        var rows = Enumerable.Range(0, CustomLabels.Keys.Count).Where(row => fields.ContainsKey(Name(row, nameof(TypedLabel.Key)))).Select(row => new TypedLabel(
            fields[Name(row, nameof(TypedLabel.Key))],
            fields.GetValueOrDefault(Name(row, nameof(TypedLabel.Value))),
            IsTicked(Name(row, nameof(TypedLabel.Hidden))),
            IsTicked(Name(row, nameof(TypedLabel.HiddenForInvoice))),
            IsTicked(Name(row, nameof(TypedLabel.HiddenForItem)))));
        var labels = TypedLabel.Read([.. rows], Name, typed);
        var vat = typed.Text(nameof(PayPageSettings.VatNumber), fields.GetValueOrDefault(nameof(PayPageSettings.VatNumber)), Merchant.VatNumberLength);

        return merchant => (merchant.Labels, merchant.VatNumber, merchant.ShowsVatNumber, merchant.AsksEmail) =
            (labels, vat, IsTicked(nameof(PayPageSettings.ShowsVatNumber)), IsTicked(nameof(PayPageSettings.AsksEmail)));

        bool IsTicked(string name) => fields.GetValueOrDefault(name) == "true";
    }

    private static string Name(int row, string member) => $"{nameof(PayPageSettings.Labels)}[{row}].{member}";
}
