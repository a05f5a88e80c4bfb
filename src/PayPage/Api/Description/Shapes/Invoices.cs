#nullable disable
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PayPage.Api.Description.Shapes;

/// <summary>An invoice: one shape for all answers that show one. What is absent is left out.</summary>
internal record Invoice
{
    [JsonPropertyName("_links")]
    public required InvoiceLinks Links { get; init; }

    [Description("The invoice's number.")]
    public required string Id { get; init; }

    public required string SubmitTimeUtc { get; init; }

    [Description("DRAFT, CREATED, SENT, PARTIAL, PENDING, PAID or CANCELED.")]
    public required string Status { get; init; }

    public ClientReference ClientReferenceInformation { get; init; }

    public required Customer CustomerInformation { get; init; }

    public required Processing ProcessingInformation { get; init; }

    public required InvoiceInformation InvoiceInformation { get; init; }

    public required Order OrderInformation { get; init; }

    public IReadOnlyList<FieldValueWithDefinition> MerchantDefinedFieldValuesWithDefinition { get; init; }

    [Description("Not of the dialect: what payers were asked for, by payment.")]
    public IReadOnlyList<Payer> PayerInformation { get; init; }
}

internal sealed record Payer
{
    public required string TransactionId { get; init; }

    public string PhoneNumber { get; init; }

    public PayersAddress ShipTo { get; init; }
}

internal sealed record PayersAddress
{
    public required string Name { get; init; }

    public required string Address1 { get; init; }

    public string Address2 { get; init; }

    public required string Locality { get; init; }

    public string AdministrativeArea { get; init; }

    public string PostalCode { get; init; }

    [Description("ISO 3166, two letters.")]
    public required string Country { get; init; }
}

/// <summary>GET /invoicing/v2/invoices/{id}.</summary>
internal sealed record InvoiceDetails : Invoice
{
    public required IReadOnlyList<HistoryEvent> InvoiceHistory { get; init; }

    internal sealed record HistoryEvent
    {
        [Description("DRAFT, CREATE, UPDATE, SEND, RESEND, REMINDER, PAYMENT, PENDING, REJECTED or CANCEL.")]
        public required string Event { get; init; }

        public required string Date { get; init; }

        [Description("On a payment only.")]
        public Transaction TransactionDetails { get; init; }
    }

    internal sealed record Transaction
    {
        public required string TransactionId { get; init; }

        public required Figure Amount { get; init; }
    }
}

/// <summary>What may be done next: what may not is left out. Addresses are without the /invoicing prefix, as in the dialect.</summary>
internal sealed record InvoiceLinks
{
    public required Call Self { get; init; }

    public Call Update { get; init; }

    public Call Deliver { get; init; }

    public Call Cancel { get; init; }
}

internal sealed record Call
{
    public required string Href { get; init; }

    public required string Method { get; init; }
}

internal sealed record InvoiceInformation
{
    public required string InvoiceNumber { get; init; }

    public string TransactionReferenceNumber { get; init; }

    public string Description { get; init; }

    public string SpecialInstructions { get; init; }

    public string Language { get; init; }

    public required string DueDate { get; init; }

    public string ExpirationDate { get; init; }

    public required bool AllowPartialPayments { get; init; }

    [Description("Whoever has it can pay: treat it as a key. Not of drafts and canceled invoices.")]
    public string PaymentLink { get; init; }

    public bool IncludePaymentLink { get; init; }

    public required string DeliveryMode { get; init; }

    public IReadOnlyList<CustomLabel> CustomLabels { get; init; }
}

/// <summary>202: the invoice is there, but its mail or text was refused.</summary>
internal sealed record Unsent
{
    public required string Id { get; init; }

    public required string SubmitTimeUtc { get; init; }

    [Description("ACCEPTED.")]
    public required string Status { get; init; }

    [Description("ACCEPTED.")]
    public required string Reason { get; init; }

    public required string Message { get; init; }
}

/// <summary>GET /invoicing/v2/invoices.</summary>
internal sealed record InvoiceList
{
    [JsonPropertyName("_links")]
    public required Pages Links { get; init; }

    public required string SubmitTimeUtc { get; init; }

    [Description("How many there are in all, with this status.")]
    public required long TotalInvoices { get; init; }

    public required IReadOnlyList<Entry> Invoices { get; init; }

    internal sealed record Pages
    {
        public required Call Self { get; init; }

        public Call Next { get; init; }

        public Call Previous { get; init; }
    }

    internal sealed record Entry
    {
        [JsonPropertyName("_links")]
        public required InvoiceLinks Links { get; init; }

        public required string Id { get; init; }

        public required string Status { get; init; }

        public required string CreatedDate { get; init; }

        public required EntryCustomer CustomerInformation { get; init; }

        public required EntryDates InvoiceInformation { get; init; }

        public required EntryOrder OrderInformation { get; init; }
    }

    internal sealed record EntryCustomer
    {
        public string Name { get; init; }

        public string MerchantCustomerId { get; init; }
    }

    internal sealed record EntryDates
    {
        public required string DueDate { get; init; }

        public string ExpirationDate { get; init; }
    }

    internal sealed record EntryOrder
    {
        public required EntryAmounts AmountDetails { get; init; }
    }

    internal sealed record EntryAmounts
    {
        public required Figure TotalAmount { get; init; }

        public required string Currency { get; init; }
    }
}
