using System.Globalization;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>The stable paths by which faults name fields. Doors map them to the names that their callers use.</summary>
public static class ProposalFields
{
    public const string Number = "number";
    public const string CustomerName = "customer.name";
    public const string CustomerEmail = "customer.email";
    public const string CustomerPhone = "customer.phone";
    public const string MerchantCustomerId = "customer.merchantCustomerId";
    public const string CompanyName = "customer.company";
    public const string BillingAddress = "customer.address";
    public const string Description = "description";
    public const string Instructions = "instructions";
    public const string DueDate = "dueDate";
    public const string ExpirationDate = "expirationDate";
    public const string Currency = "currency";
    public const string Total = "total";
    public const string MinimumPart = "minimumPart";
    public const string DiscountAmount = "discount.amount";
    public const string DiscountPercent = "discount.percent";
    public const string SubAmount = "subAmount";
    public const string TaxType = "tax.type";
    public const string TaxAmount = "tax.amount";
    public const string TaxRate = "tax.rate";
    public const string FreightAmount = "freight.amount";
    public const string FreightTaxable = "freight.taxable";
    public const string FreightTaxRate = "freight.taxRate";

    /// <summary>The merchant's own fields.</summary>
    public const string MerchantFields = "merchantFields";

    public const string Language = "language";
    public const string TransactionReference = "transactionReference";
    public const string PartnerDeveloper = "partner.developer";
    public const string PartnerSolution = "partner.solution";
    public const string Delivery = "delivery";
    public const string Publish = "publish";
    public const string AllowsParts = "allowsParts";
    public const string AsksPhone = "asksPhone";
    public const string AsksShipping = "asksShipping";
    public const string IncludesLink = "includesLink";
    public const string Lines = "lines";

    /// <param name="index">0 for the first line.</param>
    /// <returns>E.g. <c>lines[3]</c>.</returns>
    public static string Line(int index) => string.Create(CultureInfo.InvariantCulture, $"{Lines}[{index}]");

    /// <param name="index">0 for the first line.</param>
    /// <param name="member">One of <see cref="LineFields"/>.</param>
    /// <returns>E.g. <c>lines[3].quantity</c>.</returns>
    public static string Line(int index, string member) => $"{Line(index)}.{member}";
}

/// <summary>The last part of a path to a line's field.</summary>
public static class LineFields
{
    public const string Sku = "sku";
    public const string Name = "name";
    public const string Quantity = "quantity";
    public const string UnitPrice = "unitPrice";
    public const string DiscountAmount = "discountAmount";
    public const string DiscountPercent = "discountPercent";
    public const string TaxAmount = "taxAmount";
    public const string TaxRate = "taxRate";
    public const string Total = "total";
}
