namespace PayPage.Domain.Reports;

public readonly record struct SavedReportId(Guid Value)
{
    private const string Prefix = "rpt_";

    public static SavedReportId New(IdSource ids) => new(ids.Next());

    /// <param name="text">As it is written: <c>rpt_</c> and 32 hexadecimal digits.</param>
    public static bool TryParse(string? text, out SavedReportId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new SavedReportId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
