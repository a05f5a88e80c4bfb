namespace PayPage.Domain.Payments;

/// <summary>Identifies one giving back of money; also the idempotency key sent to the processor.</summary>
public readonly record struct RefundId(Guid Value)
{
    // For queries alone, see InvoiceId.
    public static bool operator <(RefundId left, RefundId right) => left.Value < right.Value;

    public static bool operator >(RefundId left, RefundId right) => left.Value > right.Value;

    public static RefundId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"ref_{Value:N}";
}
