namespace PayPage.Domain.Ledger;

public readonly record struct LedgerEntryId(Guid Value)
{
    public static LedgerEntryId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"led_{Value:N}";
}
