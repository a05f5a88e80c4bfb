namespace PayPage.Domain.Batches;

/// <summary>Names the file or call in which many invoices came at once.</summary>
public readonly record struct BatchId(Guid Value)
{
    public static BatchId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"bat_{Value:N}";
}
