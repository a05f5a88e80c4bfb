using System.Globalization;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.UseCases.Invoices;

/// <summary>What colleagues call the fields of an invoice: in its history, and where two of them changed the same one.</summary>
internal static class FieldNames
{
    private const string More = " …";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [ProposalFields.Number] = "number",
        [ProposalFields.CustomerName] = "customer’s name",
        [ProposalFields.CustomerEmail] = "e-mail",
        [ProposalFields.CustomerPhone] = "phone",
        [ProposalFields.CompanyName] = "company",
        [ProposalFields.MerchantCustomerId] = "customer number",
        [ProposalFields.BillingAddress] = "address",
        [ProposalFields.Description] = "description",
        [ProposalFields.Total] = "total",
        [ProposalFields.SubAmount] = "subtotal",
        [ProposalFields.DiscountAmount] = "discount",
        [ProposalFields.DiscountPercent] = "discount in percent",
        [ProposalFields.TaxType] = "name of the tax",
        [ProposalFields.TaxAmount] = "tax",
        [ProposalFields.TaxRate] = "tax rate",
        [ProposalFields.FreightAmount] = "freight",
        [ProposalFields.FreightTaxable] = "whether freight is taxed",
        [ProposalFields.FreightTaxRate] = "tax rate of freight",
        [ProposalFields.DueDate] = "due date",
        [ProposalFields.ExpirationDate] = "expiration date",
        [ProposalFields.AllowsParts] = "part payments",
        [ProposalFields.MinimumPart] = "smallest part",
        [ProposalFields.Instructions] = "special instructions",
        [ProposalFields.Language] = "language",
        [ProposalFields.Delivery] = "way of sending",
        [ProposalFields.IncludesLink] = "link to pay",
        [ProposalFields.TransactionReference] = "transaction reference",
        [ProposalFields.MerchantFields] = "your own fields",
        [ProposalFields.AsksPhone] = "asking for a phone number",
        [ProposalFields.AsksShipping] = "asking for a shipping address",
    };

    /// <param name="field">One of <see cref="ProposalFields"/>, or a whole line.</param>
    public static string Of(string field) => Names.GetValueOrDefault(field) ?? LineOf(field);

    /// <returns>E.g. <c>due date, line 2</c>; what has no room is left away.</returns>
    public static string List(IReadOnlyList<string> fields, int longest)
    {
        var all = string.Join(", ", fields.Select(Of));
        return all.Length <= longest ? all : $"{all[..all.LastIndexOf(',', longest - More.Length)]}{More}";
    }

    /// <summary><c>lines[3]</c> is line 4 to people.</summary>
    private static string LineOf(string field)
    {
        var digits = string.Concat(field.SkipWhile(c => c != '[').Skip(1).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var index) ? $"line {index + 1}" : field;
    }
}
