namespace PayPage.Domain.Disputes;

/// <summary>Identifies one dispute.</summary>
public readonly record struct DisputeId(Guid Value)
{
    // For queries alone, see InvoiceId.
    public static bool operator <(DisputeId left, DisputeId right) => left.Value < right.Value;

    public static bool operator >(DisputeId left, DisputeId right) => left.Value > right.Value;

    public static DisputeId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"dsp_{Value:N}";
}
