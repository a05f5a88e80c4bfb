#nullable disable
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PayPage.Api.Description.Shapes;

/// <summary>One of the merchant's own fields, in a request.</summary>
internal sealed record NewMerchantDefinedField
{
    [Description("text or select.")]
    public required string FieldType { get; init; }

    public required string Label { get; init; }

    [Description("Whether payers see it on the pay page.")]
    public bool CustomerVisible { get; init; }

    [Description("Whether its value is always the default.")]
    public bool ReadOnly { get; init; }

    public TypedFigure TextMinLength { get; init; }

    public TypedFigure TextMaxLength { get; init; }

    public string TextDefaultValue { get; init; }

    [Description("Of a select, with commas between.")]
    public string PossibleValues { get; init; }

    public TypedFigure Position { get; init; }

    public TypedFigure MerchantDefinedDataIndex { get; init; }
}

/// <summary>The same in an answer.</summary>
internal sealed record MerchantDefinedField
{
    public required long Id { get; init; }

    [Description("Invoice.")]
    public required string ReferenceType { get; init; }

    public required string FieldType { get; init; }

    public required string Label { get; init; }

    public required bool CustomerVisible { get; init; }

    public required bool ReadOnly { get; init; }

    public int TextMinLength { get; init; }

    public int TextMaxLength { get; init; }

    public string TextDefaultValue { get; init; }

    public string PossibleValues { get; init; }

    public required int Position { get; init; }

    public int MerchantDefinedDataIndex { get; init; }

    public required string CreatedAt { get; init; }
}

/// <summary>A value of one of the merchant's own fields, with what the field was when it was given.</summary>
internal sealed record FieldValueWithDefinition
{
    public required long MdfValueId { get; init; }

    public required long DefinitionId { get; init; }

    public required string Value { get; init; }

    public required string ReferenceType { get; init; }

    public required string FieldType { get; init; }

    public required string Label { get; init; }

    public required bool CustomerVisible { get; init; }

    public required bool ReadOnly { get; init; }

    public int TextMinLength { get; init; }

    public int TextMaxLength { get; init; }

    public string TextDefaultValue { get; init; }

    public string PossibleValues { get; init; }

    public required int Position { get; init; }

    public int MerchantDefinedDataIndex { get; init; }
}

/// <summary>Another name for something on the pay page, or none. Each has those switches alone that it can have.</summary>
internal sealed record CustomLabel
{
    [Description("billTo, invoiceNumber, customerId, companyName, description, shipping, partialPayment, discount or tax.")]
    public required string Key { get; init; }

    [MaxLength(25)]
    public string Value { get; init; }

    [Description("Of customerId, companyName, description, shipping and partialPayment.")]
    public bool Hidden { get; init; }

    [Description("Of discount and tax.")]
    public bool HiddenForInvoice { get; init; }

    [Description("Of discount and tax.")]
    public bool HiddenForItem { get; init; }
}
