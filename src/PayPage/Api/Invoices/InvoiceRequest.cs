using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Api.Invoices;

/// <summary>From a body in the dialect to a proposal. Pure; judges nothing but whether there is a text.</summary>
internal static class InvoiceRequest
{
    /// <summary>The dialect's own: its replies name an invoice by its number, and have room for so many.</summary>
    private const int MostNumber = 26;

    /// <param name="body">One object. The proposal keeps nothing of it.</param>
    public static InvoiceProposal Read(JsonElement body)
    {
        var unreadable = new List<FieldFault>();
        var fields = new JsonFields(body, "", unreadable);
        var proposal = WithAmounts(WithInvoice(WithCustomer(new InvoiceProposal())));

        // The dialect wants a total even where the lines would tell.
        if (proposal.Total is null)
        {
            unreadable.Add(new FieldFault(ProposalFields.Total, FaultKind.Missing, "Write the total of the invoice."));
        }

        if (proposal.Number is { Length: > MostNumber })
        {
            unreadable.Add(new FieldFault(ProposalFields.Number, FaultKind.Invalid, $"Write 1 to {MostNumber} characters as the number, or leave it out to get one."));
        }

        return proposal with { Lines = Lines(fields, unreadable), Unreadable = unreadable };

        InvoiceProposal WithCustomer(InvoiceProposal p) => p with
        {
            CustomerName = Text(ProposalFields.CustomerName),
            CustomerEmail = Text(ProposalFields.CustomerEmail),
            CustomerPhone = Text(ProposalFields.CustomerPhone),
            MerchantCustomerId = Text(ProposalFields.MerchantCustomerId),
            CompanyName = Text(ProposalFields.CompanyName),
            BillingAddress = Text(ProposalFields.BillingAddress),
            AsksPhone = Flag(ProposalFields.AsksPhone),
            AsksShipping = Flag(ProposalFields.AsksShipping),
        };

        InvoiceProposal WithInvoice(InvoiceProposal p) => p with
        {
            Number = Text(ProposalFields.Number),
            TransactionReference = Text(ProposalFields.TransactionReference),
            PartnerDeveloper = Text(ProposalFields.PartnerDeveloper),
            PartnerSolution = Text(ProposalFields.PartnerSolution),
            Description = Text(ProposalFields.Description),
            Instructions = Text(ProposalFields.Instructions),
            Language = Text(ProposalFields.Language),
            DueDate = Text(ProposalFields.DueDate),
            ExpirationDate = Text(ProposalFields.ExpirationDate),
            Publish = Flag(ProposalFields.Publish),
            AllowsParts = Flag(ProposalFields.AllowsParts),
            Delivery = Text(ProposalFields.Delivery),
            IncludesLink = Flag(ProposalFields.IncludesLink),
        };

        InvoiceProposal WithAmounts(InvoiceProposal p) => p with
        {
            Total = Text(ProposalFields.Total),
            Currency = Text(ProposalFields.Currency),
            MinimumPart = Text(ProposalFields.MinimumPart),
            DiscountAmount = Text(ProposalFields.DiscountAmount),
            DiscountPercent = Text(ProposalFields.DiscountPercent),
            SubAmount = Text(ProposalFields.SubAmount),
            TaxType = Text(ProposalFields.TaxType),
            TaxAmount = Text(ProposalFields.TaxAmount),
            TaxRate = Text(ProposalFields.TaxRate),
            FreightAmount = Text(ProposalFields.FreightAmount),
            FreightTaxable = Flag(ProposalFields.FreightTaxable),
            FreightTaxRate = Text(ProposalFields.FreightTaxRate),
        };

        string? Text(string field) => fields.Text(field, DialectNames.Of(field));

        string? Flag(string field) => fields.Flag(field, DialectNames.Of(field));
    }

    private static List<LineProposal> Lines(JsonFields fields, List<FieldFault> unreadable)
    {
        var items = fields.Items(ProposalFields.Lines, DialectNames.Of(ProposalFields.Lines));

        // Too many are not worth reading: that they are too many is all that will be said of them.
        return items.Count > InvoiceLine.MostPerInvoice
            ? [.. items.Select(_ => new LineProposal())]
            : [.. items.Select((item, index) => Line(item, index, unreadable))];
    }

    private static LineProposal Line(JsonElement item, int index, List<FieldFault> unreadable)
    {
        var fields = new JsonFields(item, ProposalFields.Line(index), unreadable);

        return new LineProposal
        {
            Sku = Text(LineFields.Sku),
            Name = Text(LineFields.Name),
            Quantity = Text(LineFields.Quantity),
            UnitPrice = Text(LineFields.UnitPrice),
            DiscountAmount = Text(LineFields.DiscountAmount),
            DiscountPercent = Text(LineFields.DiscountPercent),
            TaxAmount = Text(LineFields.TaxAmount),
            TaxRate = Text(LineFields.TaxRate),
            Total = Text(LineFields.Total),
        };

        string? Text(string member) => fields.Text(ProposalFields.Line(index, member), DialectNames.OfMember(member));
    }
}
