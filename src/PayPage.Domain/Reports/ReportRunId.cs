namespace PayPage.Domain.Reports;

public readonly record struct ReportRunId(Guid Value)
{
    private const string Prefix = "run_";

    public static ReportRunId New(IdSource ids) => new(ids.Next());

    /// <param name="text">As it is written: <c>run_</c> and 32 hexadecimal digits.</param>
    public static bool TryParse(string? text, out ReportRunId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new ReportRunId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
