using PayPage.Domain.Batches;

namespace PayPage.Pages.Office.Batches;

/// <summary>What a person says about how a file is to be read. A field that says nothing, or nothing that we know, leaves it to the file.</summary>
internal sealed class FormatForm
{
    public string? Encoding { get; set; }

    public string? Delimiter { get; set; }

    public string? DecimalMark { get; set; }

    public string? DateOrder { get; set; }

    public string? AmountUnit { get; set; }

    public FileFormat Read() => new()
    {
        Encoding = Of<TextEncoding>(Encoding),
        Delimiter = Delimiter is [var mark] && FileFormat.Delimiters.Contains(mark) ? mark : null,
        DecimalMark = Of<DecimalMark>(DecimalMark),
        DateOrder = Of<DateOrder>(DateOrder),
        AmountUnit = Of<AmountUnit>(AmountUnit),
    };

    private static T? Of<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.GetName(value) == name ? value : null;
}
