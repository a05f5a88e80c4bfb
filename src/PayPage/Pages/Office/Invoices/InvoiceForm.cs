using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Pages.Office.Invoices;

/// <summary>What the form of an invoice posts, letter by letter. The names are those of <see cref="InvoiceProposal"/>: previews read the same form.</summary>
internal sealed class InvoiceForm
{
    public string? Number { get; set; }

    public string? CustomerName { get; set; }

    public string? CustomerEmail { get; set; }

    public string? CustomerPhone { get; set; }

    public string? MerchantCustomerId { get; set; }

    public string? CompanyName { get; set; }

    public string? BillingAddress { get; set; }

    public string? Description { get; set; }

    public string? Instructions { get; set; }

    public string? DueDate { get; set; }

    public string? ExpirationDate { get; set; }

    public string? Currency { get; set; }

    /// <summary>Of an invoice without lines. Where there are lines it is not looked at.</summary>
    public string? Total { get; set; }

    public string? MinimumPart { get; set; }

    public string? DiscountAmount { get; set; }

    public string? DiscountPercent { get; set; }

    public string? TaxType { get; set; }

    public string? TaxAmount { get; set; }

    public string? TaxRate { get; set; }

    public string? FreightAmount { get; set; }

    public string? FreightTaxable { get; set; }

    public string? FreightTaxRate { get; set; }

    public string? Language { get; set; }

    public string? TransactionReference { get; set; }

    public string? Delivery { get; set; }

    public string? AllowsParts { get; set; }

    public string? AsksPhone { get; set; }

    public string? AsksShipping { get; set; }

    public string? IncludesLink { get; set; }

    public List<LineForm> Lines { get; set; } = [];

    /// <summary>Made with the page: the same form sent twice makes one invoice.</summary>
    public string? Attempt { get; set; }

    /// <summary>Of the invoice that is to be changed, when the form was shown.</summary>
    public string? Version { get; set; }

    /// <summary>What its fields said then, see <see cref="FieldTexts.Marks"/>.</summary>
    public string? Marks { get; set; }

    public bool HasRoomForLines => Lines.Count < InvoiceLine.MostPerInvoice;

    /// <summary>Lines that were offered and not used are no lines. But who left all of them blank is asked for one.</summary>
    public void DropBlankLines()
    {
        if (Lines.RemoveAll(line => line.IsBlank) > 0 && Lines.Count == 0)
        {
            Lines.Add(new LineForm());
        }
    }
}
