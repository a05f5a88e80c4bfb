using System.Security.Cryptography;
using System.Text;
using PayPage.Domain.Invoices.Fields;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>What stands in each field of an invoice, as people read it: to tell two versions apart, field by field.</summary>
/// <remarks>A line counts as one field, e.g. <c>lines[3]</c>. The number and the currency never change and are left out.</remarks>
public sealed class FieldTexts
{
    private const int MarkLength = 8;

    private readonly OrderedDictionary<string, string> _texts = new(StringComparer.Ordinal);

    private FieldTexts(InvoiceProposal written, IReadOnlyList<FieldValue> own)
    {
        Add(ProposalFields.CustomerName, written.CustomerName);
        Add(ProposalFields.CustomerEmail, written.CustomerEmail);
        Add(ProposalFields.CustomerPhone, written.CustomerPhone);
        Add(ProposalFields.CompanyName, written.CompanyName);
        Add(ProposalFields.MerchantCustomerId, written.MerchantCustomerId);
        Add(ProposalFields.BillingAddress, written.BillingAddress);
        Add(ProposalFields.Description, written.Description);

        for (var index = 0; index < InvoiceLine.MostPerInvoice; index++)
        {
            _texts[ProposalFields.Line(index)] = index < written.Lines.Count ? TextOf(written.Lines[index]) : "";
        }

        Add(ProposalFields.Total, written.Total);
        Add(ProposalFields.DiscountAmount, written.DiscountAmount);
        Add(ProposalFields.DiscountPercent, written.DiscountPercent, "%");
        Add(ProposalFields.TaxType, written.TaxType);
        Add(ProposalFields.TaxAmount, written.TaxAmount);
        Add(ProposalFields.TaxRate, written.TaxRate, "%");
        Add(ProposalFields.FreightAmount, written.FreightAmount);
        Add(ProposalFields.FreightTaxable, written.FreightTaxable);
        Add(ProposalFields.FreightTaxRate, written.FreightTaxRate, "%");
        Add(ProposalFields.DueDate, written.DueDate);
        Add(ProposalFields.ExpirationDate, written.ExpirationDate);
        Add(ProposalFields.AllowsParts, written.AllowsParts);
        Add(ProposalFields.MinimumPart, written.MinimumPart);
        Add(ProposalFields.Instructions, written.Instructions);
        Add(ProposalFields.Language, written.Language);
        Add(ProposalFields.Delivery, written.Delivery);
        Add(ProposalFields.IncludesLink, written.IncludesLink);
        Add(ProposalFields.TransactionReference, written.TransactionReference);
        Add(ProposalFields.AsksPhone, written.AsksPhone);
        Add(ProposalFields.AsksShipping, written.AsksShipping);
        Add(ProposalFields.MerchantFields, string.Join("; ", own.Select(field => $"{field.Label}: {field.Value}")));
    }

    /// <summary>A short mark for each field, so that a form can tell later which of them somebody else has changed. Holds none of the texts.</summary>
    public string Marks => string.Join(' ', _texts.Where(text => text.Value.Length > 0).Select(text => $"{text.Key}={MarkOf(text.Value)}"));

    public static FieldTexts Of(NewInvoice invoice) => new(ProposalWriter.Write(invoice), invoice.Fields ?? []);

    /// <returns>Empty where nothing stands in it.</returns>
    public string In(string field) => _texts.GetValueOrDefault(field, "");

    /// <returns>The fields that say something else in the other, in the order of a form.</returns>
    public IReadOnlyList<string> ChangedFrom(FieldTexts other) => [.. _texts.Keys.Where(field => In(field) != other.In(field))];

    /// <param name="marks">As <see cref="Marks"/> wrote them once. By those of a forged or broken list every field has changed, which is the careful way to be wrong.</param>
    public IReadOnlyList<string> ChangedSince(string? marks)
    {
        var seen = (marks ?? "").Split(' ').ToHashSet(StringComparer.Ordinal);
        return [.. _texts.Keys.Where(field => HasChanged(field, seen))];
    }

    private bool HasChanged(string field, HashSet<string> seen) => In(field) is { Length: > 0 } text
        ? !seen.Contains($"{field}={MarkOf(text)}")
        : seen.Any(mark => mark.StartsWith($"{field}=", StringComparison.Ordinal));

    private static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..MarkLength];

    private static string TextOf(LineProposal line) => string.Join("; ", Parts(line));

    private static IEnumerable<string> Parts(LineProposal line) =>
        from part in new[]
        {
            line.Name,
            $"{line.Quantity} × {line.UnitPrice}",
            Said("no. ", line.Sku),
            Said("discount ", line.DiscountAmount),
            Said("discount ", line.DiscountPercent, "%"),
            Said("tax ", line.TaxAmount),
            Said("tax ", line.TaxRate, "%"),
        }
        where part is not null
        select part;

    private static string? Said(string before, string? text, string after = "") => text is null ? null : $"{before}{text}{after}";

    private void Add(string field, string? text, string unit = "") => _texts[field] = text is null ? "" : $"{text}{unit}";
}
