namespace PayPage.Domain.Processors;

public readonly record struct ProcessorAccountId(Guid Value)
{
    private const string Prefix = "acc_";

    public static ProcessorAccountId New(IdSource ids) => new(ids.Next());

    public static bool TryParse(string? text, out ProcessorAccountId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new ProcessorAccountId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
