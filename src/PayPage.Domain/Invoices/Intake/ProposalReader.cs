using PayPage.Domain.Customers;
using PayPage.Domain.Delivery;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>From the texts that a door received to an invoice that may be created: the same rules for the API, the back office and files.</summary>
public static class ProposalReader
{
    public const int TaxTypeLength = 40;
    public const int TransactionReferenceLength = 60;

    /// <summary>Judges all fields, not only the first that is wrong. Never throws for what was received.</summary>
    /// <param name="today">The date at the merchant's place.</param>
    /// <param name="texts">Who may get text messages; null: every number.</param>
    public static ProposalReading Read(InvoiceProposal proposal, DateOnly today, SmsLimits? texts = null)
    {
        var faults = new FaultList(proposal.Unreadable);
        var words = new WordReader(faults);

        var number = words.Number(ProposalFields.Number, proposal.Number);
        var billTo = ReadBillTo(proposal, words);
        var said = ReadTexts(proposal, words, faults);
        var (dueDate, expirationDate) = ReadDates(proposal, words, faults, today);
        var publish = words.Flag(ProposalFields.Publish, proposal.Publish);
        var includesLink = words.FlagIfGiven(ProposalFields.IncludesLink, proposal.IncludesLink);
        var delivery = new DeliveryReader(proposal, billTo.Phone, texts, faults).Read(publish, includesLink);
        var allowsParts = words.Flag(ProposalFields.AllowsParts, proposal.AllowsParts);
        var asksPhone = words.Flag(ProposalFields.AsksPhone, proposal.AsksPhone);
        var asksShipping = words.Flag(ProposalFields.AsksShipping, proposal.AsksShipping);
        var developer = words.Id(ProposalFields.PartnerDeveloper, proposal.PartnerDeveloper, Invoice.PartnerLength);
        var solution = words.Id(ProposalFields.PartnerSolution, proposal.PartnerSolution, Invoice.PartnerLength);
        var charges = ReadCharges(proposal, allowsParts, faults);

        // With no fault there are amounts and a due date: where one of them is missing a fault says why.
        return faults.All.Count > 0 || charges is null || dueDate is null
            ? new ProposalReading.Faulty(faults.All)
            : new ProposalReading.Read(new NewInvoice
            {
                Number = number,
                BillTo = billTo,
                Currency = charges.Currency,
                Amounts = charges.Amounts,
                Lines = charges.Lines,
                AllowsParts = allowsParts,
                MinimumPart = charges.MinimumPart,
                Description = said.Description,
                Instructions = said.Instructions,
                Language = said.Language,
                TransactionReference = said.TransactionReference,
                DueDate = dueDate.Value,
                ExpirationDate = expirationDate,
                Delivery = delivery,
                Publish = publish,
                AsksPhone = asksPhone,
                AsksShipping = asksShipping,
                IncludesLink = includesLink,
                PartnerDeveloperId = developer,
                PartnerSolutionId = solution,
            });
    }

    private static BillTo ReadBillTo(InvoiceProposal proposal, WordReader words) => new()
    {
        Name = words.Text(ProposalFields.CustomerName, proposal.CustomerName, Customer.NameLength),
        Email = words.Email(ProposalFields.CustomerEmail, proposal.CustomerEmail),
        Phone = words.Phone(ProposalFields.CustomerPhone, proposal.CustomerPhone),
        MerchantCustomerId = words.Id(ProposalFields.MerchantCustomerId, proposal.MerchantCustomerId, Customer.OwnIdLength),
        CompanyName = words.Text(ProposalFields.CompanyName, proposal.CompanyName, Customer.CompanyLength),
        Address = words.Lines(ProposalFields.BillingAddress, proposal.BillingAddress, BillTo.AddressLength),
    };

    private static Texts ReadTexts(InvoiceProposal proposal, WordReader words, FaultList faults)
    {
        var description = words.Lines(ProposalFields.Description, proposal.Description, Invoice.DescriptionLength);

        if (description is null && proposal.Lines.Count == 0 && !faults.Has(ProposalFields.Lines))
        {
            faults.Missing(ProposalFields.Description, "Write what the invoice is for, or give it lines.");
        }

        return new Texts(
            description,
            words.Lines(ProposalFields.Instructions, proposal.Instructions, Invoice.DescriptionLength),
            words.Language(ProposalFields.Language, proposal.Language),
            words.Reference(ProposalFields.TransactionReference, proposal.TransactionReference, TransactionReferenceLength));
    }

    private static (DateOnly? Due, DateOnly? Expiration) ReadDates(
        InvoiceProposal proposal, WordReader words, FaultList faults, DateOnly today)
    {
        var due = words.Date(ProposalFields.DueDate, proposal.DueDate);
        var expiration = words.Date(ProposalFields.ExpirationDate, proposal.ExpirationDate);

        if (due is null)
        {
            faults.Missing(ProposalFields.DueDate, "Write the date on which payment is due, as YYYY-MM-DD.");
        }

        if (expiration < today)
        {
            faults.Invalid(ProposalFields.ExpirationDate, "The expiration date must be today or later.");
        }

        return (due, expiration);
    }

    private static Charges? ReadCharges(InvoiceProposal proposal, bool allowsParts, FaultList faults)
    {
        var currency = ReadCurrency(proposal, faults);
        var lines = ReadLines(proposal, currency, faults);
        var amounts = new AmountsReader(proposal, currency, faults).Read(lines, allowsParts);

        return amounts is { } known && currency is { } of && lines is not null
            ? new Charges(of, known.Amounts, known.MinimumPart, lines)
            : null;
    }

    private static Currency? ReadCurrency(InvoiceProposal proposal, FaultList faults)
    {
        var code = proposal.Currency?.Trim();

        if (Currency.TryParse(code, out var currency))
        {
            return currency;
        }

        if (string.IsNullOrEmpty(code))
        {
            faults.Missing(ProposalFields.Currency, "Write the currency as three capital letters of ISO 4217, for example USD.");
        }
        else
        {
            faults.Invalid(ProposalFields.Currency, Currency.TryParse(code.ToUpperInvariant(), out var meant)
                ? $"Write the currency in capital letters: {meant}."
                : "This currency is not known. Write three capital letters of ISO 4217, for example USD.");
        }

        return null;
    }

    /// <returns>Null where a line's total is not known.</returns>
    private static List<InvoiceLine>? ReadLines(InvoiceProposal proposal, Currency? currency, FaultList faults)
    {
        if (proposal.Lines.Count > InvoiceLine.MostPerInvoice)
        {
            faults.Invalid(ProposalFields.Lines, $"Write at most {InvoiceLine.MostPerInvoice} lines.");
        }

        if (faults.Has(ProposalFields.Lines))
        {
            return null;
        }

        var lines = proposal.Lines.Select((line, index) => new LineReader(line, index, currency, faults).Read()).ToList();
        var known = lines.OfType<InvoiceLine>().ToList();
        return known.Count == lines.Count ? known : null;
    }

    private sealed record Texts(string? Description, string? Instructions, string? Language, string? TransactionReference);

    private sealed record Charges(Currency Currency, InvoiceAmounts Amounts, long? MinimumPart, IReadOnlyList<InvoiceLine> Lines);
}
