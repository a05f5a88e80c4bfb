#nullable disable
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PayPage.Api.Description.Shapes;

/// <summary>POST /invoicing/v2/invoices.</summary>
internal sealed record CreateInvoice
{
    public ClientReference ClientReferenceInformation { get; init; }

    public Customer CustomerInformation { get; init; }

    public Processing ProcessingInformation { get; init; }

    public required NewInvoiceInformation InvoiceInformation { get; init; }

    public required NewOrder OrderInformation { get; init; }

    [Description("Values of the merchant's own fields (merchantDefinedFields).")]
    public IReadOnlyList<FieldValue> MerchantDefinedFieldValues { get; init; }
}

/// <summary>PUT /invoicing/v2/invoices/{id}: everything but the number and the currency.</summary>
internal sealed record UpdateInvoice
{
    public Customer CustomerInformation { get; init; }

    public Processing ProcessingInformation { get; init; }

    public required NewInvoiceInformation InvoiceInformation { get; init; }

    public required NewOrder OrderInformation { get; init; }

    public IReadOnlyList<FieldValue> MerchantDefinedFieldValues { get; init; }
}

/// <summary>Publication, delivery and cancelation ask for nothing.</summary>
internal sealed record Empty;

internal sealed record ClientReference
{
    public PartnerIds Partner { get; init; }

    internal sealed record PartnerIds
    {
        [MaxLength(8)]
        public string DeveloperId { get; init; }

        [MaxLength(8)]
        public string SolutionId { get; init; }
    }
}

internal sealed record Customer
{
    [MaxLength(100)]
    public string Name { get; init; }

    [MaxLength(255), Description("Needed to send the invoice by e-mail.")]
    public string Email { get; init; }

    [Description("Not of the dialect. International (+31 10 555 0199); needed to send the invoice as a text message.")]
    public string PhoneNumber { get; init; }

    [MaxLength(100)]
    public string MerchantCustomerId { get; init; }

    public CompanyName Company { get; init; }

    [Description("Not of the dialect: the postal address on papers, one line per line.")]
    public string BillingAddress { get; init; }

    internal sealed record CompanyName
    {
        [MaxLength(60)]
        public string Name { get; init; }
    }
}

internal sealed record Processing
{
    [Description("Whether the pay page asks the payer for a phone number.")]
    public bool RequestPhone { get; init; }

    [Description("Whether the pay page asks the payer for a shipping address.")]
    public bool RequestShipping { get; init; }
}

internal sealed record NewInvoiceInformation
{
    [MaxLength(26), Description("Unique and never changed; made where it is left out.")]
    public string InvoiceNumber { get; init; }

    [Description("Letters and digits.")]
    public string TransactionReferenceNumber { get; init; }

    [MaxLength(2000), Description("May be left out where there are line items.")]
    public string Description { get; init; }

    [Description("Not of the dialect: a note under the amounts.")]
    public string SpecialInstructions { get; init; }

    [Description("Not of the dialect: the language of mails and of the pay page, as a BCP 47 tag.")]
    public string Language { get; init; }

    [Description("YYYY-MM-DD.")]
    public required string DueDate { get; init; }

    [Description("YYYY-MM-DD, today or later: no link works after this day.")]
    public string ExpirationDate { get; init; }

    [Description("False: a draft. True: it may be paid, and is sent if deliveryMode says so.")]
    public bool SendImmediately { get; init; }

    public bool AllowPartialPayments { get; init; }

    [Description("None or Email, in any case. Not of the dialect: Sms and Both.")]
    public string DeliveryMode { get; init; }

    [Description("Not of the dialect. False: mails and papers carry no link.")]
    public bool IncludePaymentLink { get; init; }
}

internal sealed record FieldValue
{
    public required long DefinitionId { get; init; }

    public string Value { get; init; }
}
