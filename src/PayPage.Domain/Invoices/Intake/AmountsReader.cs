namespace PayPage.Domain.Invoices.Intake;

/// <summary>Works out what an invoice comes to, and holds it against the total that the caller wrote.</summary>
/// <remarks>
/// Where a caller wrote both an amount and a percentage the amount counts, unless his total agrees only with the percentage: real
/// systems round their amounts before they show them. His total must be met to the minor unit in any case.
/// </remarks>
internal sealed class AmountsReader(InvoiceProposal proposal, Currency? currency, FaultList faults)
{
    private readonly FigureReader _figures = new(faults, currency);

    /// <param name="lines">None: the total is what was given. Null: some line's total is not known, so only the figures are checked.</param>
    /// <param name="allowsParts">Whether the smallest part means anything.</param>
    /// <returns>Null where they cannot be known. Amounts that are returned may still have faults.</returns>
    public (InvoiceAmounts Amounts, long? MinimumPart)? Read(IReadOnlyList<InvoiceLine>? lines, bool allowsParts)
    {
        var given = Given();
        var minimum = new FigureReader(faults, currency).Amount(ProposalFields.MinimumPart, proposal.MinimumPart);
        var sub = new FigureReader(faults, currency).Amount(ProposalFields.SubAmount, proposal.SubAmount);

        if (proposal.Lines.Count == 0 && string.IsNullOrWhiteSpace(proposal.Total) && !faults.Has(ProposalFields.Lines))
        {
            faults.Missing(ProposalFields.Total, "Write the total, or the lines that it is made of.");
        }

        if (lines is null || !_figures.IsSound)
        {
            return null;
        }

        var amounts = lines.Count > 0 ? FromLines(given, lines.Sum(line => line.Total)) : FromTotal(given);

        if (amounts is null)
        {
            return null;
        }

        CheckSub(amounts, sub);
        return (amounts with { CallersSubtotal = sub }, allowsParts ? CheckedMinimum(minimum, amounts.Total) : null);
    }

    private Figures Given() => new()
    {
        Total = NotZero(_figures.Amount(ProposalFields.Total, proposal.Total)),
        Discount = _figures.Amount(ProposalFields.DiscountAmount, proposal.DiscountAmount),
        DiscountRate = _figures.Share(ProposalFields.DiscountPercent, proposal.DiscountPercent),
        TaxType = new WordReader(faults).Text(ProposalFields.TaxType, proposal.TaxType, ProposalReader.TaxTypeLength),
        Tax = _figures.Amount(ProposalFields.TaxAmount, proposal.TaxAmount),
        TaxRate = _figures.TaxRate(ProposalFields.TaxRate, proposal.TaxRate),
        Freight = _figures.Amount(ProposalFields.FreightAmount, proposal.FreightAmount) ?? 0,
        FreightTaxable = new WordReader(faults).Flag(ProposalFields.FreightTaxable, proposal.FreightTaxable),
        FreightTaxRate = _figures.TaxRate(ProposalFields.FreightTaxRate, proposal.FreightTaxRate),
    };

    private long? NotZero(long? total) => total == 0 ? _figures.Refuse(ProposalFields.Total, "The total must be more than zero.") : total;

    private InvoiceAmounts? FromLines(Figures given, long lines)
    {
        var ways = Ways(given, lines).ToList();
        var amounts = ways.Find(way => way.Total == given.Total) ?? ways[0];

        if (amounts.Total is <= 0 or > Money.MostMinor)
        {
            faults.Invalid(
                ProposalFields.Total, amounts.Total <= 0
                    ? "Lines - discount + tax + freight must come to more than zero."
                    : $"Lines - discount + tax + freight come to too much. The most is {Sum(Money.MostMinor)}.");
            return null;
        }

        if (given.Total is not null && given.Total != amounts.Total)
        {
            faults.Invalid(
                ProposalFields.Total, $"The invoice comes to {Sum(amounts.Total)}: lines - discount + tax + freight. "
                + "Write that as the total, or correct the lines.");
        }

        return amounts;
    }

    /// <summary>What the figures may mean, the likeliest first.</summary>
    private static IEnumerable<InvoiceAmounts> Ways(Figures given, long lines) =>
        from discount in Present([given.Discount, given.DiscountRate?.Of(lines)])
        from tax in Present([given.Tax, given.TaxRate?.Of(Math.Max(0, lines - discount)), given.TaxRate?.Of(lines)])
        select given.With(lines, discount, tax);

    private static IEnumerable<long> Present(IEnumerable<long?> figures) => figures.OfType<long>().DefaultIfEmpty(0);

    /// <summary>Without lines the parts are in the total; what stands by percentage alone is worked out backwards.</summary>
    private InvoiceAmounts? FromTotal(Figures given)
    {
        if (given.Total is not { } total)
        {
            return null;
        }

        if (given is { Discount: null, DiscountRate: { } all } && all == Rate.Whole)
        {
            faults.Invalid(ProposalFields.DiscountPercent, "A discount of 100 percent leaves nothing to pay.");
            return null;
        }

        var taxed = total - given.Freight - given.FreightTax;
        var tax = given.Tax ?? (given.TaxRate is { } on ? Share(taxed, on.Value, Rate.Whole.Value + on.Value) : 0);
        var discount = given.Discount ?? (given.DiscountRate is { } off ? Share(taxed - tax, off.Value, Rate.Whole.Value - off.Value) : 0);
        var lines = taxed - tax + discount;

        if (lines is < 0 or > Money.MostMinor || discount < 0 || tax < 0)
        {
            faults.Invalid(ProposalFields.Total, "Discount, tax and freight do not fit into the total. Correct them, or leave them out.");
            return null;
        }

        return given.With(lines, discount, tax);
    }

    /// <summary>Asked only where the figures are sound, and so the currency known.</summary>
    private Money Sum(long minor) => new(minor, currency.GetValueOrDefault());

    /// <summary>Never beyond what a sum may be, so that the next step cannot overflow: more than that is refused anyway.</summary>
    private static long Share(long amount, long part, long whole)
    {
        var exact = (Int128)amount * part / whole;
        return exact > Money.MostMinor * 4 ? Money.MostMinor * 4 : Rounding.HalfAwayFromZero((Int128)amount * part, whole);
    }

    private void CheckSub(InvoiceAmounts amounts, long? sub)
    {
        long[] meanings =
            [amounts.Lines, amounts.Lines + amounts.Tax + amounts.Freight, amounts.Lines + amounts.Tax + amounts.Freight + amounts.FreightTax];

        if (sub is { } given && !meanings.Contains(given))
        {
            faults.Invalid(
                ProposalFields.SubAmount, $"The subtotal must be the sum of the lines, {Sum(meanings[0])}, "
                + $"or that with tax and freight, {Sum(meanings[^1])}. Write one of these, or leave it out.");
        }
    }

    private long? CheckedMinimum(long? minimum, long total)
    {
        if (minimum is { } least && (least == 0 || least > total))
        {
            faults.Invalid(ProposalFields.MinimumPart, least == 0
                ? "The smallest part must be more than zero. Leave it out to allow parts of any size."
                : "The smallest part must not be more than the total.");
        }

        return minimum;
    }

    /// <summary>What the caller wrote, in minor units. Null: not given.</summary>
    private sealed record Figures
    {
        public long? Total { get; init; }

        public long? Discount { get; init; }

        public Rate? DiscountRate { get; init; }

        public string? TaxType { get; init; }

        public long? Tax { get; init; }

        public Rate? TaxRate { get; init; }

        public long Freight { get; init; }

        public bool FreightTaxable { get; init; }

        public Rate? FreightTaxRate { get; init; }

        public long FreightTax => FreightTaxable ? FreightTaxRate?.Of(Freight) ?? 0 : 0;

        public InvoiceAmounts With(long lines, long discount, long tax) => new()
        {
            Lines = lines,
            Discount = discount,
            DiscountRate = DiscountRate,
            Tax = tax,
            TaxRate = TaxRate,
            TaxType = TaxType,
            Freight = Freight,
            FreightTaxable = FreightTaxable,
            FreightTaxRate = FreightTaxRate,
            FreightTax = FreightTax,
        };
    }
}
