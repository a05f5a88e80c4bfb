using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>What somebody wants a part of the pay page to be called, as it was typed.</summary>
/// <param name="Key">One of <see cref="CustomLabels.Keys"/>.</param>
/// <param name="Value">Blank: the house's words.</param>
internal sealed record TypedLabel(string? Key, string? Value, bool Hidden = false, bool HiddenForInvoice = false, bool HiddenForItem = false)
{
    public static TypedLabel Of(CustomLabels labels, string key) =>
        new(key, labels.For(key), labels.Hides(key), labels.HidesForInvoice(key), labels.HidesForItem(key));

    /// <param name="field">The name of a row's member, e.g. of row 2 and <c>Value</c>.</param>
    /// <returns>Worth something only where <paramref name="typed"/> is sound.</returns>
    public static CustomLabels Read(IReadOnlyList<TypedLabel> rows, Func<int, string, string> field, TypedFields typed)
    {
        var labels = new List<CustomLabel>();

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Read(i, labels, field, typed) is { } label)
            {
                labels.Add(label);
            }
        }

        return typed.AreSound ? CustomLabels.Of(labels) : CustomLabels.None;
    }

    private CustomLabel? Read(int row, List<CustomLabel> before, Func<int, string, string> field, TypedFields typed)
    {
        if (CustomLabels.Keys.FirstOrDefault(known => known == Key) is not { } key)
        {
            typed.Refuse(field(row, nameof(Key)), $"Write one of {string.Join(", ", CustomLabels.Keys)}.");
            return null;
        }

        if (before.Exists(label => label.Key == key))
        {
            typed.Refuse(field(row, nameof(Key)), "This label is there already: name each of them once.");
            return null;
        }

        if (Hidden && !CustomLabel.MayHide(key))
        {
            typed.Refuse(field(row, nameof(Hidden)), "This part of the page cannot be hidden as a whole: without it payers would not know what they pay.");
            return null;
        }

        if ((HiddenForInvoice || HiddenForItem) && !CustomLabel.IsOfTwoPlaces(key))
        {
            typed.Refuse(field(row, HiddenForInvoice ? nameof(HiddenForInvoice) : nameof(HiddenForItem)), "Only discount and tax stand in two places, of which one can be hidden.");
            return null;
        }

        return new CustomLabel(key, typed.Text(field(row, nameof(Value)), Value, CustomLabels.LabelLength), Hidden, HiddenForInvoice, HiddenForItem);
    }
}
