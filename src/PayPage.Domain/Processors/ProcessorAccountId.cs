namespace PayPage.Domain.Processors;

public readonly record struct ProcessorAccountId(Guid Value)
{
    public static ProcessorAccountId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"acc_{Value:N}";
}
