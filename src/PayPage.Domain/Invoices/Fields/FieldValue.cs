namespace PayPage.Domain.Invoices.Fields;

/// <summary>What stands in a merchant's own field on one invoice, with the field as it was then: it outlives its definition.</summary>
/// <param name="Id">Among the values of its invoice; the first is 1.</param>
/// <param name="Definition">The definition's number.</param>
/// <param name="Value">1 to 100 characters.</param>
/// <param name="IsShown">Whether the payer sees it.</param>
public sealed record FieldValue(long Id, long Definition, FieldKind Kind, string Label, string Value, bool IsShown, bool IsReadOnly, int MinLength, int MaxLength, string? Default, string? Choices, int Position, int? DataIndex)
{
    /// <summary>Characters of all values of an invoice as they are stored, at most.</summary>
    public const int StoredLength = 100_000;

    public static FieldValue Of(long id, FieldDefinition definition, string value) => new(
        id, definition.Number, definition.Kind, definition.Label, value, definition.IsShownToPayers, definition.IsReadOnly, definition.MinLength, definition.MaxLength,
        definition.Default, definition.Kind == FieldKind.Select ? string.Join(',', definition.Choices) : null, definition.Position, definition.DataIndex);
}
