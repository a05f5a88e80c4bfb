namespace PayPage.Domain.Batches;

/// <summary>Names the file or call in which many invoices came at once.</summary>
public readonly record struct BatchId(Guid Value)
{
    private const string Prefix = "bat_";

    public static BatchId New(IdSource ids) => new(ids.Next());

    /// <summary>For walking through a list: an order, and no more than that. Databases have their own.</summary>
    public static bool operator <(BatchId left, BatchId right) => left.Value < right.Value;

    public static bool operator >(BatchId left, BatchId right) => left.Value > right.Value;

    /// <param name="text"><c>bat_</c> and 32 hexadecimal digits; nothing else.</param>
    public static bool TryParse(string? text, out BatchId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new BatchId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
