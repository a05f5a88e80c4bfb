namespace PayPage.Domain.Invoices.Intake;

/// <summary>What contradicts itself in a form that a person fills. A machine's figures are held against its total instead, and its dates are its own affair.</summary>
public static class PeoplesDoubts
{
    /// <param name="typed">With plain figures.</param>
    /// <param name="read">What it was read as.</param>
    public static IEnumerable<FieldFault> In(InvoiceProposal typed, NewInvoice read)
    {
        var (amounts, currency) = (read.Amounts, read.Currency);

        if (Differ(typed.DiscountAmount, amounts.Discount, amounts.DiscountRate, amounts.Lines) is { } discount)
        {
            yield return TwoFigures(ProposalFields.DiscountAmount, "discount", discount, currency);
        }

        if (Differ(typed.TaxAmount, amounts.Tax, amounts.TaxRate, Math.Max(0, amounts.Lines - amounts.Discount), amounts.Lines) is { } tax)
        {
            yield return TwoFigures(ProposalFields.TaxAmount, "tax", tax, currency);
        }

        if (amounts is { FreightTaxable: false, FreightTaxRate.Value: > 0 })
        {
            yield return new FieldFault(ProposalFields.FreightTaxRate, FaultKind.Invalid, "This counts only where freight is taxed: tick that it is, or leave the rate out.");
        }

        if (read.ExpirationDate is { } last && last < read.DueDate)
        {
            yield return new FieldFault(ProposalFields.ExpirationDate, FaultKind.Invalid, "From the next day on it could not be paid, before it is due. Write the due date or a later day, or leave it out.");
        }
    }

    /// <param name="bases">What the percentage may have been taken of; the first is ours.</param>
    /// <returns>What the percentage makes it, in minor units; null where both mean the same to a minor unit, or one of them was not typed.</returns>
    private static long? Differ(string? typed, long amount, Rate? rate, params ReadOnlySpan<long> bases)
    {
        if (string.IsNullOrWhiteSpace(typed) || rate is not { } of100)
        {
            return null;
        }

        foreach (var whole in bases)
        {
            if (Math.Abs(amount - of100.Of(whole)) <= 1)
            {
                return null;
            }
        }

        return of100.Of(bases[0]);
    }

    private static FieldFault TwoFigures(string field, string noun, long byRate, Currency currency) => new(
        field, FaultKind.Invalid, $"The amount and the percentage of the {noun} differ: the percentage makes it {new Money(byRate, currency)}. Leave one of them out.");
}
