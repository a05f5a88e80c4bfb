#nullable disable
using System.ComponentModel;

namespace PayPage.Api.Description.Shapes;

/// <summary>A value of one of the merchant's own fields, with what was said of the field when it was given.</summary>
internal sealed record FieldValueWithDefinition
{
    public required long MdfValueId { get; init; }

    public required long DefinitionId { get; init; }

    public required string ReferenceType { get; init; }

    public required string Label { get; init; }

    public required string FieldType { get; init; }

    public required bool CustomerVisible { get; init; }

    public required bool ReadOnly { get; init; }

    public int TextMinLength { get; init; }

    public int TextMaxLength { get; init; }

    public string TextDefaultValue { get; init; }

    public IReadOnlyList<string> PossibleValues { get; init; }

    public string Value { get; init; }

    public int Position { get; init; }
}

/// <summary>Another name for something on the pay page, or none.</summary>
internal sealed record CustomLabel
{
    [Description("billTo, invoiceNumber, customerId, companyName, description, shipping, partialPayment, discount or tax.")]
    public required string Key { get; init; }

    public string Value { get; init; }

    public bool Hidden { get; init; }

    public bool HiddenForInvoice { get; init; }

    public bool HiddenForItem { get; init; }
}
