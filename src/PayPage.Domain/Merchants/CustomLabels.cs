using System.Text.Json;

namespace PayPage.Domain.Merchants;

/// <summary>How a merchant calls the parts of his pay page, and which of them he does not show. Never changes; written as JSON.</summary>
/// <remarks>The names of the keys are those of Visa Acceptance's dialect: merchants' systems send them.</remarks>
public sealed class CustomLabels : IEquatable<CustomLabels>
{
    /// <summary>Characters of a label, at most.</summary>
    public const int LabelLength = 25;

    /// <summary>Characters of its text, at most: each of the nine labels escaped as far as it goes.</summary>
    public const int TextLength = 3900;

    public const string BillTo = "billTo";
    public const string InvoiceNumber = "invoiceNumber";
    public const string CustomerId = "customerId";
    public const string CompanyName = "companyName";
    public const string Description = "description";
    public const string Shipping = "shipping";
    public const string PartialPayment = "partialPayment";
    public const string Discount = "discount";
    public const string Tax = "tax";

    private readonly string _text;

    private CustomLabels(IReadOnlyList<CustomLabel> all) => (All, _text) = (all, JsonSerializer.Serialize(all));

    /// <summary>All that can be called otherwise, in the order of a page.</summary>
    public static IReadOnlyList<string> Keys { get; } = [BillTo, InvoiceNumber, CustomerId, CompanyName, Description, Shipping, PartialPayment, Discount, Tax];

    public static CustomLabels None { get; } = new([]);

    /// <summary>Those that say something, in the order of <see cref="Keys"/>.</summary>
    public IReadOnlyList<CustomLabel> All { get; }

    /// <param name="labels">At most one for each key. Those that say nothing are left out.</param>
    /// <exception cref="InvariantException">A key is unknown or named twice, a label is too long, or something is hidden that cannot be.</exception>
    public static CustomLabels Of(IReadOnlyCollection<CustomLabel> labels) =>
        labels.All(label => label.IsPossible) && labels.DistinctBy(label => label.Key).Count() == labels.Count
            ? new CustomLabels([.. labels.Where(label => label.SaysSomething).OrderBy(label => Place(label.Key))])
            : throw new InvariantException("These are no labels.");

    /// <param name="text">As <see cref="ToString"/> wrote it.</param>
    /// <exception cref="FormatException">It is none of ours.</exception>
    public static CustomLabels Parse(string text)
    {
        try
        {
            return Of(JsonSerializer.Deserialize<List<CustomLabel>>(text) ?? []);
        }
        catch (JsonException e)
        {
            throw new FormatException("These are no labels.", e);
        }
    }

    /// <returns>What stands there in place of the house's words; null: those.</returns>
    public string? For(string key) => Find(key)?.Value;

    /// <summary>Whether it is left out of the page.</summary>
    public bool Hides(string key) => Find(key)?.Hidden == true;

    /// <summary>Whether it is left out of the sums: discount and tax alone.</summary>
    public bool HidesForInvoice(string key) => Find(key)?.HiddenForInvoice == true;

    /// <summary>Whether it is left out of the lines: discount and tax alone.</summary>
    public bool HidesForItem(string key) => Find(key)?.HiddenForItem == true;

    public override string ToString() => _text;

    public bool Equals(CustomLabels? other) => other is not null && other._text == _text;

    public override bool Equals(object? obj) => Equals(obj as CustomLabels);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private static int Place(string key) => Keys.TakeWhile(known => known != key).Count();

    private CustomLabel? Find(string key) => All.FirstOrDefault(label => label.Key == key);
}

/// <param name="Key">One of <see cref="CustomLabels.Keys"/>.</param>
/// <param name="Value">1 to 25 characters; null: the house's words.</param>
/// <param name="Hidden">Of customerId, companyName, description, shipping and partialPayment alone.</param>
/// <param name="HiddenForInvoice">Of discount and tax alone, as the next.</param>
public sealed record CustomLabel(string Key, string? Value, bool Hidden = false, bool HiddenForInvoice = false, bool HiddenForItem = false)
{
    /// <summary>Whether it may be left out of the page as a whole.</summary>
    public static bool MayHide(string key) =>
        key is CustomLabels.CustomerId or CustomLabels.CompanyName or CustomLabels.Description or CustomLabels.Shipping or CustomLabels.PartialPayment;

    /// <summary>Whether it stands in sums and in lines, and may be left out of either.</summary>
    public static bool IsOfTwoPlaces(string key) => key is CustomLabels.Discount or CustomLabels.Tax;

    internal bool SaysSomething => Value is not null || Hidden || HiddenForInvoice || HiddenForItem;

    internal bool IsPossible =>
        CustomLabels.Keys.Contains(Key) && (Value is null or { Length: > 0 and <= CustomLabels.LabelLength })
        && (!Hidden || MayHide(Key)) && ((!HiddenForInvoice && !HiddenForItem) || IsOfTwoPlaces(Key));
}
