namespace PayPage.Domain.Invoices.Intake;

/// <summary>An invoice as some door received it: texts that nobody has judged yet.</summary>
/// <remarks>Null and blank both mean "not given", but for <see cref="Number"/>: a blank number is a fault, as it is rarely meant.</remarks>
public sealed record InvoiceProposal
{
    /// <summary>Null: we give it one.</summary>
    public string? Number { get; init; }

    public string? CustomerName { get; init; }

    public string? CustomerEmail { get; init; }

    /// <summary>E.164, with or without spaces.</summary>
    public string? CustomerPhone { get; init; }

    public string? MerchantCustomerId { get; init; }

    public string? CompanyName { get; init; }

    /// <summary>Several lines are kept.</summary>
    public string? BillingAddress { get; init; }

    /// <summary>May be left out where there are lines.</summary>
    public string? Description { get; init; }

    public string? Instructions { get; init; }

    /// <summary>YYYY-MM-DD; the past is allowed.</summary>
    public string? DueDate { get; init; }

    /// <summary>YYYY-MM-DD; today or later.</summary>
    public string? ExpirationDate { get; init; }

    /// <summary>ISO 4217, in capital letters.</summary>
    public string? Currency { get; init; }

    /// <summary>May be left out where there are lines; where it is given it must be what they come to.</summary>
    public string? Total { get; init; }

    public string? MinimumPart { get; init; }

    public string? DiscountAmount { get; init; }

    public string? DiscountPercent { get; init; }

    public string? SubAmount { get; init; }

    public string? TaxType { get; init; }

    public string? TaxAmount { get; init; }

    /// <summary>Percent.</summary>
    public string? TaxRate { get; init; }

    public string? FreightAmount { get; init; }

    public string? FreightTaxable { get; init; }

    /// <summary>Percent.</summary>
    public string? FreightTaxRate { get; init; }

    /// <summary>BCP 47 tag of a language that the pages speak.</summary>
    public string? Language { get; init; }

    public string? TransactionReference { get; init; }

    /// <summary>Whose software sent it, see <see cref="Invoice.PartnerDeveloperId"/>.</summary>
    public string? PartnerDeveloper { get; init; }

    public string? PartnerSolution { get; init; }

    /// <summary><c>none</c>, <c>email</c>, <c>sms</c>, <c>both</c>, or several with commas. Not given: by e-mail where it is published at once and has an address.</summary>
    public string? Delivery { get; init; }

    /// <summary>Flags are <c>true</c> or <c>false</c>, and false where they are not given.</summary>
    public string? Publish { get; init; }

    public string? AllowsParts { get; init; }

    public string? AsksPhone { get; init; }

    public string? AsksShipping { get; init; }

    /// <summary>Whether mails and papers carry a link to pay it. Not given: as the merchant and the customer have it.</summary>
    public string? IncludesLink { get; init; }

    public IReadOnlyList<LineProposal> Lines { get; init; } = [];

    /// <summary>What the door itself could not make a text of. Such a field is not judged a second time.</summary>
    public IReadOnlyList<FieldFault> Unreadable { get; init; } = [];
}

/// <summary>One row of a proposed invoice, as it was received.</summary>
public sealed record LineProposal
{
    public string? Sku { get; init; }

    public string? Name { get; init; }

    /// <summary>Not given: 1.</summary>
    public string? Quantity { get; init; }

    /// <summary>Up to six decimals, whatever the currency has.</summary>
    public string? UnitPrice { get; init; }

    public string? DiscountAmount { get; init; }

    public string? DiscountPercent { get; init; }

    public string? TaxAmount { get; init; }

    /// <summary>Percent.</summary>
    public string? TaxRate { get; init; }

    /// <summary>May be left out; where it is given it must be what the line comes to.</summary>
    public string? Total { get; init; }
}
