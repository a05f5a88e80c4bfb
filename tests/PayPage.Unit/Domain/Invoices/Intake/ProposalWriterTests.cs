using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Unit.Domain.Invoices.Intake;

/// <summary>What a form shows of an invoice, sent back as it is, changes nothing: not a cent, not a word.</summary>
public sealed class ProposalWriterTests
{
    private const int Cases = 2_000;

    [Fact]
    public void Written_and_read_again_an_invoice_is_the_same()
    {
        var chance = new Random(5);
        var accepted = 0;

        for (var i = 0; i < Cases; i++)
        {
            if (ProposalReader.Read(Any(chance), Proposals.Today) is ProposalReading.Read { Invoice: var invoice })
            {
                var again = Proposals.Accepted(PeoplesFigures.MadePlain(ProposalWriter.Write(invoice)));

                Assert.Equal(invoice.Amounts, again.Amounts);
                Assert.Equal(invoice.Lines.Select(Told), again.Lines.Select(Told));
                Assert.Equal(invoice with { Lines = [], Amounts = invoice.Amounts }, again with { Lines = [], Amounts = invoice.Amounts });
                Assert.Empty(FieldTexts.Of(invoice).ChangedFrom(FieldTexts.Of(again)));
                accepted++;
            }
        }

        Assert.InRange(accepted, Cases / 3, Cases);
    }

    [Theory]
    [InlineData("1.125", "USD", "1.1250")]    // three decimals might be thousands
    [InlineData("1.125", "KWD", "1.125")]
    [InlineData("1.5", "USD", "1.50")]
    [InlineData("1.5", "JPY", "1.5")]
    [InlineData("12", "JPY", "12")]
    [InlineData("0.000001", "USD", "0.000001")]
    public void A_price_is_written_so_that_it_can_be_read_in_one_way(string typed, string currency, string written) =>
        Assert.Equal(written, ProposalWriter.Write(Proposals.Accepted(Proposals.Of(Proposals.Line(typed, "100000")) with { Currency = currency })).Lines[0].UnitPrice);

    [Fact]
    public void A_percentage_that_says_it_all_stands_alone()
    {
        var line = Proposals.Line("100") with { DiscountPercent = "10", TaxAmount = "7.43", TaxRate = "8.25" };
        var written = ProposalWriter.Write(Proposals.Accepted(Proposals.Of(line) with { DiscountAmount = "5", TaxRate = "19" }));

        Assert.Equal((null, "10", null, "8.25"), (written.Lines[0].DiscountAmount, written.Lines[0].DiscountPercent, written.Lines[0].TaxAmount, written.Lines[0].TaxRate));
        Assert.Equal(("5.00", null, null, "19"), (written.DiscountAmount, written.DiscountPercent, written.TaxAmount, written.TaxRate));
    }

    private static InvoiceProposal Any(Random chance)
    {
        var currency = Pick(chance, "USD", "EUR", "JPY", "KWD", "CLF");
        var digits = Currency.Parse(currency).Digits;
        var parts = chance.Next(2) == 0;

        return new InvoiceProposal
        {
            Number = Maybe(chance, () => $"N-{chance.Next(1000)}"),
            CustomerName = Maybe(chance, () => "Tanya Lee"),
            CustomerEmail = Maybe(chance, () => "tanya@example.com"),
            CustomerPhone = Maybe(chance, () => "+31612345678"),
            CompanyName = Maybe(chance, () => "Lee & Daughters"),
            MerchantCustomerId = Maybe(chance, () => "C 1"),
            Description = "Work\nand more",
            Instructions = Maybe(chance, () => "Ring twice"),
            DueDate = "2026-12-01",
            ExpirationDate = Maybe(chance, () => "2027-01-31"),
            Currency = currency,
            Total = null,
            MinimumPart = parts ? Maybe(chance, () => Figure(chance, 3, digits)) : null,
            AllowsParts = parts ? "true" : "false",
            DiscountAmount = Maybe(chance, () => Figure(chance, 2, digits)),
            DiscountPercent = Maybe(chance, () => Figure(chance, 2, 5)),
            TaxType = Maybe(chance, () => "VAT"),
            TaxAmount = Maybe(chance, () => Figure(chance, 2, digits)),
            TaxRate = Maybe(chance, () => Figure(chance, 2, 5)),
            FreightAmount = Maybe(chance, () => Figure(chance, 2, digits)),
            FreightTaxable = Maybe(chance, () => "true"),
            FreightTaxRate = Maybe(chance, () => Figure(chance, 2, 3)),
            Language = Maybe(chance, () => "pt-BR"),
            Delivery = Pick(chance, "none", "email", "sms", "both"),
            IncludesLink = Maybe(chance, () => "true"),
            AsksPhone = Maybe(chance, () => "true"),
            Lines = [.. Enumerable.Range(0, chance.Next(1, 5)).Select(_ => AnyLine(chance, digits))],
        };
    }

    private static LineProposal AnyLine(Random chance, int digits) => new()
    {
        Name = "White roses",
        Sku = Maybe(chance, () => "R-50"),
        Quantity = Maybe(chance, () => chance.Next(1, 500).ToString(CultureInfo.InvariantCulture)),
        UnitPrice = Figure(chance, 4, 6),
        DiscountAmount = chance.Next(5) == 0 ? Figure(chance, 1, digits) : null,
        DiscountPercent = Maybe(chance, () => Figure(chance, 1, 5)),
        TaxAmount = chance.Next(5) == 0 ? Figure(chance, 1, digits) : null,
        TaxRate = Maybe(chance, () => Figure(chance, 2, 5)),
    };

    private static string Figure(Random chance, int whole, int digits)
    {
        var part = string.Concat(Enumerable.Range(0, chance.Next(digits + 1)).Select(_ => chance.Next(10)));
        return $"{chance.Next((int)Math.Pow(10, whole))}{(part.Length > 0 ? "." : "")}{part}";
    }

    private static string? Maybe(Random chance, Func<string> text) => chance.Next(2) == 0 ? text() : null;

    private static string Pick(Random chance, params string[] from) => from[chance.Next(from.Length)];

    private static (int, string, string?, long, long, long, Rate?, long, Rate?, long) Told(InvoiceLine l) =>
        (l.Position, l.Name, l.Sku, l.Quantity, l.UnitPriceMicros, l.Discount, l.DiscountRate, l.Tax, l.TaxRate, l.Total);
}
