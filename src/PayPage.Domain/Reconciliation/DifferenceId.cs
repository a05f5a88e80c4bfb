namespace PayPage.Domain.Reconciliation;

/// <summary>Identifies one difference between the books and a processor.</summary>
public readonly record struct DifferenceId(Guid Value)
{
    // For queries alone, see InvoiceId.
    public static bool operator <(DifferenceId left, DifferenceId right) => left.Value < right.Value;

    public static bool operator >(DifferenceId left, DifferenceId right) => left.Value > right.Value;

    public static DifferenceId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"dif_{Value:N}";
}

/// <summary>Identifies one comparison of an account.</summary>
public readonly record struct ComparisonId(Guid Value)
{
    // For queries alone, see InvoiceId.
    public static bool operator <(ComparisonId left, ComparisonId right) => left.Value < right.Value;

    public static bool operator >(ComparisonId left, ComparisonId right) => left.Value > right.Value;

    public static ComparisonId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"cmp_{Value:N}";
}
