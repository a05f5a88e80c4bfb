using PayPage.Domain.Invoices.Intake;

namespace PayPage.Api;

/// <summary>What the dialect calls our fields: where they stand in a body, and how faults name them.</summary>
internal static class DialectNames
{
    private const string Items = "orderInformation.lineItems";

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        [ProposalFields.CustomerName] = "customerInformation.name",
        [ProposalFields.CustomerEmail] = "customerInformation.email",
        [ProposalFields.MerchantCustomerId] = "customerInformation.merchantCustomerId",
        [ProposalFields.CompanyName] = "customerInformation.company.name",
        [ProposalFields.AsksPhone] = "processingInformation.requestPhone",
        [ProposalFields.AsksShipping] = "processingInformation.requestShipping",
        [ProposalFields.Number] = "invoiceInformation.invoiceNumber",
        [ProposalFields.PartnerDeveloper] = "clientReferenceInformation.partner.developerId",
        [ProposalFields.PartnerSolution] = "clientReferenceInformation.partner.solutionId",
        [ProposalFields.TransactionReference] = "invoiceInformation.transactionReferenceNumber",
        [ProposalFields.Description] = "invoiceInformation.description",
        [ProposalFields.DueDate] = "invoiceInformation.dueDate",
        [ProposalFields.ExpirationDate] = "invoiceInformation.expirationDate",
        [ProposalFields.Publish] = "invoiceInformation.sendImmediately",
        [ProposalFields.AllowsParts] = "invoiceInformation.allowPartialPayments",
        [ProposalFields.Delivery] = "invoiceInformation.deliveryMode",
        [ProposalFields.Total] = "orderInformation.amountDetails.totalAmount",
        [ProposalFields.Currency] = "orderInformation.amountDetails.currency",
        [ProposalFields.DiscountAmount] = "orderInformation.amountDetails.discountAmount",
        [ProposalFields.DiscountPercent] = "orderInformation.amountDetails.discountPercent",
        [ProposalFields.SubAmount] = "orderInformation.amountDetails.subAmount",
        [ProposalFields.MinimumPart] = "orderInformation.amountDetails.minimumPartialAmount",
        [ProposalFields.TaxType] = "orderInformation.amountDetails.taxDetails.type",
        [ProposalFields.TaxAmount] = "orderInformation.amountDetails.taxDetails.amount",
        [ProposalFields.TaxRate] = "orderInformation.amountDetails.taxDetails.rate",
        [ProposalFields.FreightAmount] = "orderInformation.amountDetails.freight.amount",
        [ProposalFields.FreightTaxable] = "orderInformation.amountDetails.freight.taxable",
        [ProposalFields.FreightTaxRate] = "orderInformation.amountDetails.freight.taxRate",
        [ProposalFields.Lines] = Items,

        // Not of the dialect: our own, and optional.
        [ProposalFields.BillingAddress] = "customerInformation.billingAddress",
        [ProposalFields.CustomerPhone] = "customerInformation.phoneNumber",
        [ProposalFields.Instructions] = "invoiceInformation.specialInstructions",
        [ProposalFields.Language] = "invoiceInformation.language",
        [ProposalFields.IncludesLink] = "invoiceInformation.includePaymentLink",
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        [LineFields.Sku] = "productSku",
        [LineFields.Name] = "productName",
        [LineFields.Quantity] = "quantity",
        [LineFields.UnitPrice] = "unitPrice",
        [LineFields.DiscountAmount] = "discountAmount",
        [LineFields.DiscountPercent] = "discountPercent",
        [LineFields.TaxAmount] = "taxAmount",
        [LineFields.TaxRate] = "taxRate",
        [LineFields.Total] = "totalAmount",
    };

    /// <param name="field">One of <see cref="ProposalFields"/>, a line's, or what has a dialect name already: that stays as it is.</param>
    public static string Of(string field)
    {
        if (Fields.TryGetValue(field, out var name))
        {
            return name;
        }

        if (field.StartsWith(ProposalFields.MerchantFields, StringComparison.Ordinal))
        {
            return $"merchantDefinedFieldValues{field[ProposalFields.MerchantFields.Length..]}";
        }

        if (!field.StartsWith($"{ProposalFields.Lines}[", StringComparison.Ordinal))
        {
            return field;
        }

        var end = field.IndexOf(']', StringComparison.Ordinal) + 1;
        var line = Items + field[ProposalFields.Lines.Length..end];
        return end == field.Length ? line : $"{line}.{OfMember(field[(end + 1)..])}";
    }

    /// <param name="member">One of <see cref="LineFields"/>.</param>
    public static string OfMember(string member) => Members.GetValueOrDefault(member, member);
}
