using PayPage.Domain.Invoices.Intake;

namespace PayPage.Pages.Office.Invoices;

/// <summary>What the form calls the fields that the reader's faults name.</summary>
internal static class FormNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [ProposalFields.CustomerName] = nameof(InvoiceForm.CustomerName),
        [ProposalFields.CustomerEmail] = nameof(InvoiceForm.CustomerEmail),
        [ProposalFields.CustomerPhone] = nameof(InvoiceForm.CustomerPhone),
        [ProposalFields.MerchantCustomerId] = nameof(InvoiceForm.MerchantCustomerId),
        [ProposalFields.CompanyName] = nameof(InvoiceForm.CompanyName),
        [ProposalFields.BillingAddress] = nameof(InvoiceForm.BillingAddress),
        [ProposalFields.DiscountAmount] = nameof(InvoiceForm.DiscountAmount),
        [ProposalFields.DiscountPercent] = nameof(InvoiceForm.DiscountPercent),
        [ProposalFields.TaxType] = nameof(InvoiceForm.TaxType),
        [ProposalFields.TaxAmount] = nameof(InvoiceForm.TaxAmount),
        [ProposalFields.TaxRate] = nameof(InvoiceForm.TaxRate),
        [ProposalFields.FreightAmount] = nameof(InvoiceForm.FreightAmount),
        [ProposalFields.FreightTaxable] = nameof(InvoiceForm.FreightTaxable),
        [ProposalFields.FreightTaxRate] = nameof(InvoiceForm.FreightTaxRate),
    };

    /// <param name="field">One of <see cref="ProposalFields"/> or a line's.</param>
    /// <returns>E.g. <c>CustomerEmail</c>, <c>Lines[3].UnitPrice</c>, <c>DueDate</c>.</returns>
    public static string Of(string field) => Names.GetValueOrDefault(field) ?? string.Join('.', field.Split('.').Select(Capitalized));

    /// <returns>The faults by the form's names, in the order in which they were found.</returns>
    public static Dictionary<string, string> Of(IEnumerable<FieldFault> faults)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var fault in faults)
        {
            byName.TryAdd(Of(fault.Field), fault.Message);
        }

        return byName;
    }

    private static string Capitalized(string member) => member.Length == 0 ? member : $"{char.ToUpperInvariant(member[0])}{member[1..]}";
}
