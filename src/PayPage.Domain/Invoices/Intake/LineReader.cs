namespace PayPage.Domain.Invoices.Intake;

/// <summary>Reads one line and works out what it comes to: unit price x quantity - discount + tax.</summary>
/// <remarks>A tax rate counts on what is left after the discount. A percentage counts only where there is no amount beside it.</remarks>
internal sealed class LineReader(LineProposal line, int index, Currency? currency, FaultList faults)
{
    private const long MicrosPerOne = 1_000_000;

    private readonly FigureReader _figures = new(faults, currency);

    /// <returns>Null where its total cannot be known. A line that is returned may still have faults.</returns>
    public InvoiceLine? Read()
    {
        if (faults.Has(ProposalFields.Line(index)))
        {
            return null;
        }

        var words = new WordReader(faults);
        var sku = words.Id(Field(LineFields.Sku), line.Sku, InvoiceLine.SkuLength);
        var name = words.Text(Field(LineFields.Name), line.Name, InvoiceLine.NameLength);
        var quantity = _figures.Quantity(Field(LineFields.Quantity), line.Quantity);
        var price = _figures.Price(Field(LineFields.UnitPrice), line.UnitPrice);
        var discount = new Part(
            _figures.Amount(Field(LineFields.DiscountAmount), line.DiscountAmount),
            _figures.Share(Field(LineFields.DiscountPercent), line.DiscountPercent));
        var tax = new Part(
            _figures.Amount(Field(LineFields.TaxAmount), line.TaxAmount),
            _figures.TaxRate(Field(LineFields.TaxRate), line.TaxRate));

        // Not one of those that the line is worked out from: a wrong one does not hide what the invoice comes to.
        var total = new FigureReader(faults, currency).Amount(Field(LineFields.Total), line.Total);

        Require(name is not null, LineFields.Name, "Write what this line is for.");
        Require(price is not null, LineFields.UnitPrice, "Write the price of one, for example 12.50.");

        return price is { } unitPrice && _figures.IsSound && currency is { } known && Sum(unitPrice, quantity, discount, tax, known) is { } sum
            ? Checked(sum, total, known)
            : null;

        InvoiceLine Checked(Sums sums, long? given, Currency of)
        {
            if (given is not null && given != sums.Total)
            {
                faults.Invalid(
                    Field(LineFields.Total), $"This line comes to {new Money(sums.Total, of)}: unit price x quantity - discount + tax. "
                    + "Write that, or leave the line's total out.");
            }

            return new InvoiceLine
            {
                Position = index + 1,
                Name = name ?? "",
                Sku = sku,
                Quantity = quantity,
                UnitPriceMicros = unitPrice,
                Discount = sums.Discount,
                DiscountRate = discount.Rate,
                Tax = sums.Tax,
                TaxRate = tax.Rate,
                Total = sums.Total,
            };
        }
    }

    private Sums? Sum(long unitPrice, long quantity, Part discount, Part tax, Currency of)
    {
        // Both factors are bounded, so this cannot overflow; the exact product below is then at most the most.
        if ((Int128)unitPrice * quantity * of.UnitsPerOne > (Int128)Money.MostMinor * MicrosPerOne)
        {
            _figures.Refuse(Field(LineFields.UnitPrice), $"Unit price x quantity is too large. The most is {new Money(Money.MostMinor, of)}.");
            return null;
        }

        var gross = InvoiceLine.Gross(unitPrice, quantity, of);
        var off = discount.Amount ?? discount.Rate?.Of(gross) ?? 0;

        if (off > gross)
        {
            _figures.Refuse(Field(LineFields.DiscountAmount), $"The discount is more than unit price x quantity, {new Money(gross, of)}.");
            return null;
        }

        var net = gross - off;
        var on = tax.Amount ?? tax.Rate?.Of(net) ?? 0;

        if (net + on > Money.MostMinor)
        {
            _figures.Refuse(
                Field(tax.Amount is null ? LineFields.TaxRate : LineFields.TaxAmount),
                $"The line is too large with this tax. The most is {new Money(Money.MostMinor, of)}.");
            return null;
        }

        RequireAgreement(discount, LineFields.DiscountAmount, "discount", of, gross);
        RequireAgreement(tax, LineFields.TaxAmount, "tax", of, net, gross);
        return _figures.IsSound ? new Sums(off, on, net + on) : null;
    }

    /// <summary>An amount and a percentage that stand side by side must mean the same, to a minor unit.</summary>
    /// <param name="bases">What the percentage may have been taken of; systems differ on whether tax comes before the discount.</param>
    private void RequireAgreement(Part part, string amountField, string noun, Currency of, params ReadOnlySpan<long> bases)
    {
        if (part is not { Amount: { } amount, Rate: { } rate })
        {
            return;
        }

        foreach (var of100 in bases)
        {
            if (Math.Abs(amount - rate.Of(of100)) <= 1)
            {
                return;
            }
        }

        _figures.Refuse(
            Field(amountField), $"The amount and the percentage of the {noun} differ: the percentage makes it {new Money(rate.Of(bases[0]), of)}. "
            + "Leave one of them out.");
    }

    private void Require(bool given, string member, string message)
    {
        if (!given)
        {
            faults.Missing(Field(member), message);
        }
    }

    private string Field(string member) => ProposalFields.Line(index, member);

    private readonly record struct Part(long? Amount, Rate? Rate);

    private sealed record Sums(long Discount, long Tax, long Total);
}
