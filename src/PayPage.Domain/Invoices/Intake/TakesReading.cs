using PayPage.Domain.Processors;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>Holds an invoice against what the merchant's processor can take: said when it is written, not to its payer.</summary>
public static class TakesReading
{
    /// <summary>Faults that were found before are left as they are: one thing after the other.</summary>
    public static ProposalReading HeldAgainst(this ProposalReading reading, Takes takes)
    {
        if (reading is not ProposalReading.Read { Invoice: var invoice })
        {
            return reading;
        }

        if (takes.LimitsOf(invoice.Currency) is not { } limits)
        {
            return Faulty(ProposalFields.Currency, $"{takes.Processor} cannot take {invoice.Currency}. Write another currency, or ask for the money another way.");
        }

        if (Objection(invoice.Amounts.Total, invoice.Currency, limits, takes.Processor) is { } objection)
        {
            return Faulty(ProposalFields.Total, objection);
        }

        return !invoice.AllowsParts || (invoice.MinimumPart ?? 1) >= limits.Least ? reading : WithLeastPart(invoice, limits);
    }

    /// <returns>Null where the sum can be paid at once.</returns>
    private static string? Objection(long total, Currency currency, AmountLimits limits, string processor) => total switch
    {
        _ when total < limits.Least => $"The least that {processor} can take is {new Money(limits.Least, currency)}.",
        _ when total > limits.Most => $"The most that {processor} can take at once is {new Money(limits.Most, currency)}. Write several invoices.",
        _ when total % limits.Step != 0 => $"In {currency}, {processor} takes only multiples of {new Money(limits.Step, currency)}. The next one is {new Money(total - (total % limits.Step) + limits.Step, currency)}.",
        _ => null,
    };

    /// <summary>A part that the processor refuses cannot be paid, and a rest that it refuses neither. The whole is never less than what it takes.</summary>
    private static ProposalReading.Read WithLeastPart(NewInvoice invoice, AmountLimits limits) => new(invoice with { MinimumPart = limits.Least });

    private static ProposalReading.Faulty Faulty(string field, string message) => new([new FieldFault(field, FaultKind.Invalid, message)]);
}
