namespace PayPage.UseCases.Fields;

/// <summary>A field of the merchant's own, as it was written. Null is what was not written.</summary>
internal sealed record FieldText
{
    /// <summary><c>text</c> or <c>select</c>, in any case.</summary>
    public string? Kind { get; init; }

    public string? Label { get; init; }

    public bool? IsShownToPayers { get; init; }

    public bool? IsReadOnly { get; init; }

    public string? MinLength { get; init; }

    public string? MaxLength { get; init; }

    public string? Default { get; init; }

    /// <summary>What may be chosen.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>1 and up; null: behind the others.</summary>
    public string? Position { get; init; }

    public string? DataIndex { get; init; }
}
