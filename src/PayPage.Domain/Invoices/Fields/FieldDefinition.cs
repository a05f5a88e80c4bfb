using PayPage.Domain.Merchants;

namespace PayPage.Domain.Invoices.Fields;

/// <summary>A field that a merchant adds to his invoices: what it is called, and what may stand in it. The same for test and live, as settings are.</summary>
public sealed class FieldDefinition
{
    public const int LabelLength = 60;

    /// <summary>Characters of a value, at most, whatever the definition says.</summary>
    public const int ValueLength = 100;

    public const int MostChoices = 30;

    /// <summary>Characters of the choices as a list with commas, at most.</summary>
    public const int ChoicesLength = 600;

    /// <summary>Characters of the choices as they are stored, at most: each escaped as far as it goes.</summary>
    public const int StoredChoicesLength = 3900;

    public const int MostPerMerchant = 20;

    public required MerchantId MerchantId { get; init; }

    /// <summary>The merchant's first is 1; never given twice.</summary>
    public required long Number { get; init; }

    public required FieldKind Kind { get; set; }

    public required string Label { get; set; }

    /// <summary>Whether the payer sees it.</summary>
    public bool IsShownToPayers { get; set; }

    /// <summary>Whether its default cannot be written over.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Characters, of a text; 0 to <see cref="MaxLength"/>.</summary>
    public int MinLength { get; set; }

    /// <summary>Characters, of a text; 1 to <see cref="ValueLength"/>.</summary>
    public int MaxLength { get; set; } = ValueLength;

    /// <summary>What stands in it where nothing else is said; null: nothing.</summary>
    public string? Default { get; set; }

    /// <summary>What may be chosen; empty for a text.</summary>
    public IReadOnlyList<string> Choices { get; set; } = [];

    /// <summary>Where it stands among the others; 1 is first.</summary>
    public required int Position { get; set; }

    /// <summary>A number of the merchant's own system, kept and given back; null where it has none.</summary>
    public int? DataIndex { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; private set; }
}

public enum FieldKind
{
    Text,
    Select,
}
