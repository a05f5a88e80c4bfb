namespace PayPage.Pages.Office.Invoices;

/// <summary>One line of the form with what surrounds it, for <c>_LineFields</c>.</summary>
/// <param name="Index">0 for the first; <see cref="Blank"/> for the one that the script copies.</param>
internal sealed record LineRow(InvoiceFormPage Page, LineForm Line, int Index)
{
    /// <summary>Stands for the number in what the script copies. No form has that many lines.</summary>
    public const int Blank = 999;

    public string Name(string member) => $"Lines[{Index}].{member}";

    public string Id(string member) => FieldId.Of(Name(member));

    public string? Fault(string member) => Page.FaultOf(Name(member));

    /// <summary>For the ids that describe a field, or that it is wrong; null: nothing is.</summary>
    public string? Wrong(string member) => Fault(member) is null ? null : $"{Id(member)}-fault";

    public string Total => Page.Sum(Index < Page.Totals.Lines.Count ? Page.Totals.Lines[Index] : null);

    /// <summary>Whether the fields that most lines do without are shown: where something stands in them, or is wrong.</summary>
    public bool IsOpen => Line.HasMore || new[] { nameof(Line.Sku), nameof(Line.DiscountAmount), nameof(Line.DiscountPercent), nameof(Line.TaxAmount), nameof(Line.TaxRate) }
        .Any(member => Fault(member) is not null);
}
