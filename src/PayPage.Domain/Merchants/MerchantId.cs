namespace PayPage.Domain.Merchants;

public readonly record struct MerchantId(Guid Value)
{
    public static MerchantId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"mer_{Value:N}";
}
