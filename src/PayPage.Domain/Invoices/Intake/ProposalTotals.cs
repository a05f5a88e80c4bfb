namespace PayPage.Domain.Invoices.Intake;

/// <summary>What a half-written invoice comes to as far as it can be known: for the figures beside a form. By the reader's own arithmetic.</summary>
/// <param name="Lines">By line; null where that line's total is not known.</param>
/// <param name="Amounts">Null where the invoice's are not known.</param>
public sealed record ProposalTotals(Currency? Currency, IReadOnlyList<long?> Lines, InvoiceAmounts? Amounts)
{
    /// <summary>Never throws for what was received; says nothing of faults.</summary>
    public static ProposalTotals Of(InvoiceProposal proposal)
    {
        Currency? currency = Domain.Currency.TryParse(proposal.Currency?.Trim(), out var known) ? known : null;
        var faults = new FaultList(proposal.Unreadable);
        var lines = proposal.Lines.Select((line, index) => new LineReader(line, index, currency, faults).Read()).ToList();
        var read = lines.OfType<InvoiceLine>().ToList();
        var amounts = proposal.Lines.Count <= InvoiceLine.MostPerInvoice && read.Count == lines.Count
            ? new AmountsReader(proposal, currency, faults).Read(read, allowsParts: false)?.Amounts
            : null;

        return new ProposalTotals(currency, [.. lines.Select(line => line?.Total)], amounts);
    }
}
