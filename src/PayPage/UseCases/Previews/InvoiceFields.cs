using System.Globalization;
using System.Text.RegularExpressions;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.UseCases.Previews;

/// <summary>The fields of the invoice form, by the names of the proposal's members: <c>DueDate</c>, <c>Lines[0].UnitPrice</c>. The contract is docs/preview.md.</summary>
internal static partial class InvoiceFields
{
    private const string Lines = nameof(InvoiceProposal.Lines);

    private static readonly Field<InvoiceProposal>[] Members =
    [
        new(nameof(InvoiceProposal.Number), ProposalFields.Number, (p, text) => p with { Number = text }),
        new(nameof(InvoiceProposal.CustomerName), ProposalFields.CustomerName, (p, text) => p with { CustomerName = text }),
        new(nameof(InvoiceProposal.CustomerEmail), ProposalFields.CustomerEmail, (p, text) => p with { CustomerEmail = text }),
        new(nameof(InvoiceProposal.CustomerPhone), ProposalFields.CustomerPhone, (p, text) => p with { CustomerPhone = text }),
        new(nameof(InvoiceProposal.MerchantCustomerId), ProposalFields.MerchantCustomerId, (p, text) => p with { MerchantCustomerId = text }),
        new(nameof(InvoiceProposal.BillingAddress), ProposalFields.BillingAddress, (p, text) => p with { BillingAddress = text }),
        new(nameof(InvoiceProposal.CompanyName), ProposalFields.CompanyName, (p, text) => p with { CompanyName = text }),
        new(nameof(InvoiceProposal.Description), ProposalFields.Description, (p, text) => p with { Description = text }),
        new(nameof(InvoiceProposal.Instructions), ProposalFields.Instructions, (p, text) => p with { Instructions = text }),
        new(nameof(InvoiceProposal.DueDate), ProposalFields.DueDate, (p, text) => p with { DueDate = text }),
        new(nameof(InvoiceProposal.ExpirationDate), ProposalFields.ExpirationDate, (p, text) => p with { ExpirationDate = text }),
        new(nameof(InvoiceProposal.Currency), ProposalFields.Currency, (p, text) => p with { Currency = text }),
        new(nameof(InvoiceProposal.Total), ProposalFields.Total, (p, text) => p with { Total = text }),
        new(nameof(InvoiceProposal.MinimumPart), ProposalFields.MinimumPart, (p, text) => p with { MinimumPart = text }),
        new(nameof(InvoiceProposal.DiscountAmount), ProposalFields.DiscountAmount, (p, text) => p with { DiscountAmount = text }),
        new(nameof(InvoiceProposal.DiscountPercent), ProposalFields.DiscountPercent, (p, text) => p with { DiscountPercent = text }),
        new(nameof(InvoiceProposal.SubAmount), ProposalFields.SubAmount, (p, text) => p with { SubAmount = text }),
        new(nameof(InvoiceProposal.TaxType), ProposalFields.TaxType, (p, text) => p with { TaxType = text }),
        new(nameof(InvoiceProposal.TaxAmount), ProposalFields.TaxAmount, (p, text) => p with { TaxAmount = text }),
        new(nameof(InvoiceProposal.TaxRate), ProposalFields.TaxRate, (p, text) => p with { TaxRate = text }),
        new(nameof(InvoiceProposal.FreightAmount), ProposalFields.FreightAmount, (p, text) => p with { FreightAmount = text }),
        new(nameof(InvoiceProposal.FreightTaxable), ProposalFields.FreightTaxable, (p, text) => p with { FreightTaxable = text }),
        new(nameof(InvoiceProposal.FreightTaxRate), ProposalFields.FreightTaxRate, (p, text) => p with { FreightTaxRate = text }),
        new(nameof(InvoiceProposal.Language), ProposalFields.Language, (p, text) => p with { Language = text }),
        new(nameof(InvoiceProposal.TransactionReference), ProposalFields.TransactionReference, (p, text) => p with { TransactionReference = text }),
        new(nameof(InvoiceProposal.Delivery), ProposalFields.Delivery, (p, text) => p with { Delivery = text }),
        new(nameof(InvoiceProposal.AllowsParts), ProposalFields.AllowsParts, (p, text) => p with { AllowsParts = text }),
        new(nameof(InvoiceProposal.AsksPhone), ProposalFields.AsksPhone, (p, text) => p with { AsksPhone = text }),
        new(nameof(InvoiceProposal.AsksShipping), ProposalFields.AsksShipping, (p, text) => p with { AsksShipping = text }),
        new(nameof(InvoiceProposal.IncludesLink), ProposalFields.IncludesLink, (p, text) => p with { IncludesLink = text }),
    ];

    private static readonly Field<LineProposal>[] LineMembers =
    [
        new(nameof(LineProposal.Sku), LineFields.Sku, (line, text) => line with { Sku = text }),
        new(nameof(LineProposal.Name), LineFields.Name, (line, text) => line with { Name = text }),
        new(nameof(LineProposal.Quantity), LineFields.Quantity, (line, text) => line with { Quantity = text }),
        new(nameof(LineProposal.UnitPrice), LineFields.UnitPrice, (line, text) => line with { UnitPrice = text }),
        new(nameof(LineProposal.DiscountAmount), LineFields.DiscountAmount, (line, text) => line with { DiscountAmount = text }),
        new(nameof(LineProposal.DiscountPercent), LineFields.DiscountPercent, (line, text) => line with { DiscountPercent = text }),
        new(nameof(LineProposal.TaxAmount), LineFields.TaxAmount, (line, text) => line with { TaxAmount = text }),
        new(nameof(LineProposal.TaxRate), LineFields.TaxRate, (line, text) => line with { TaxRate = text }),
        new(nameof(LineProposal.Total), LineFields.Total, (line, text) => line with { Total = text }),
    ];

    public static IEnumerable<string> Names { get; } =
        [.. Members.Select(m => m.Member), .. Enumerable.Range(0, InvoiceLine.MostPerInvoice).SelectMany(i => LineMembers.Select(m => Name(i, m.Member)))];

    /// <summary>As the form itself reads it: figures as people write them, and a total only where there are no lines.</summary>
    /// <returns>Null when the form holds nothing of an invoice. Rows in which nothing was typed are none.</returns>
    public static InvoiceProposal? Read(IReadOnlyDictionary<string, string> fields)
    {
        var given = Filled(new InvoiceProposal(), Members, member => fields.GetValueOrDefault(member));
        LineProposal[] lines = [.. Enumerable.Range(0, InvoiceLine.MostPerInvoice)
            .Select(i => Filled(new LineProposal(), LineMembers, member => fields.GetValueOrDefault(Name(i, member))))
            .Where(line => line != new LineProposal())];

        return given == new InvoiceProposal() && lines.Length == 0 ? null
            : PeoplesFigures.MadePlain(lines.Length == 0 ? given : given with { Lines = lines, Total = null });
    }

    /// <summary>The way back: what would stand in a form that says the same.</summary>
    public static IReadOnlyDictionary<string, string> Write(InvoiceProposal proposal)
    {
        var fields = Members.Select(m => (m.Member, Text: TextOf(proposal, m.Member)))
            .Concat(proposal.Lines.Take(InvoiceLine.MostPerInvoice).SelectMany((line, i) => LineMembers.Select(m => (Member: Name(i, m.Member), Text: TextOf(line, m.Member)))));
        return fields.Where(f => f.Text is not null).ToDictionary(f => f.Member, f => f.Text!, StringComparer.Ordinal);
    }

    /// <param name="field">A path of <see cref="ProposalFields"/>.</param>
    /// <param name="text">What is to stand there instead; null: nothing.</param>
    public static InvoiceProposal With(this InvoiceProposal proposal, string field, string? text)
    {
        if (Members.FirstOrDefault(m => m.Path == field) is { } member)
        {
            return member.Set(proposal, text);
        }

        var lines = proposal.Lines.Select((line, i) =>
            LineMembers.FirstOrDefault(m => ProposalFields.Line(i, m.Path) == field) is { } of ? of.Set(line, text) : line);
        return proposal with { Lines = [.. lines.Take(InvoiceLine.MostPerInvoice)] };
    }

    /// <summary>Members are named as the properties are. One point before three digits is decimals here, and a form would ask: one digit more says so.</summary>
    private static string? TextOf<T>(T of, string member)
    {
        var text = (string?)typeof(T).GetProperty(member)?.GetValue(of);
        return text is not null && OnePoint().IsMatch(text) ? $"{text}0" : text;
    }

    [GeneratedRegex(@"^[0-9]{1,3}\.[0-9]{3}$", RegexOptions.NonBacktracking)]
    private static partial Regex OnePoint();

    private static T Filled<T>(T empty, Field<T>[] members, Func<string, string?> typed) => members.Aggregate(
        empty, (filled, member) => typed(member.Member) is { } text && !string.IsNullOrWhiteSpace(text) ? member.Set(filled, text) : filled);

    private static string Name(int index, string member) => string.Create(CultureInfo.InvariantCulture, $"{Lines}[{index}].{member}");

    /// <param name="Member">Its name in forms.</param>
    /// <param name="Path">Its name in faults.</param>
    private sealed record Field<T>(string Member, string Path, Func<T, string?, T> Set);
}
