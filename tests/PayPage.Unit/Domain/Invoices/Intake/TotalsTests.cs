using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using static PayPage.Unit.Domain.Invoices.Intake.Proposals;

namespace PayPage.Unit.Domain.Invoices.Intake;

/// <summary>Whatever the lines: what we make of them is accepted when it is written back to us, and nothing beside it is.</summary>
public sealed class TotalsTests
{
    private const int Runs = 2_000;

    private readonly Random _chance = new(20261121);

    [Fact]
    public void Our_totals_written_back_are_accepted_and_a_minor_unit_beside_is_refused()
    {
        for (var run = 0; run < Runs; run++)
        {
            var proposal = Random();

            if (ProposalReader.Read(proposal, Today) is not ProposalReading.Read { Invoice: var invoice })
            {
                Assert.Equal("total", Fault(proposal).Field);    // all lines were free
                continue;
            }

            var total = invoice.Amounts.Total;
            var back = proposal with { Lines = [.. proposal.Lines.Zip(invoice.Lines, (p, line) => p with { Total = Text(line.Total, invoice) })] };

            Assert.Equal(invoice.Amounts, Accepted(back with { Total = Text(total, invoice) }).Amounts);
            Assert.Equal(invoice.Lines.Sum(line => line.Total), total);
            Assert.Equal("total", Fault(back with { Total = Text(total + 1, invoice) }).Field);
            Assert.Equal("total", Fault(back with { Total = total == 1 ? "0" : Text(total - 1, invoice) }).Field);
            RefuseOneLineBeside(back, invoice);
        }
    }

    private void RefuseOneLineBeside(InvoiceProposal proposal, NewInvoice invoice)
    {
        var index = _chance.Next(invoice.Lines.Count);
        LineProposal[] lines = [.. proposal.Lines];
        lines[index] = lines[index] with { Total = Text(invoice.Lines[index].Total + 1, invoice) };

        Assert.Equal(ProposalFields.Line(index, LineFields.Total), Fault(proposal with { Lines = lines }).Field);
    }

    private InvoiceProposal Random()
    {
        string[] currencies = ["USD", "JPY", "KWD", "CLF"];
        return Of([.. Enumerable.Range(0, _chance.Next(1, 31)).Select(_ => RandomLine())]) with { Currency = currencies[_chance.Next(currencies.Length)] };
    }

    private LineProposal RandomLine() => new()
    {
        Name = "Thing",
        UnitPrice = Fraction(_chance.NextInt64(2_000_000_000), InvoiceLine.PriceDigits),
        Quantity = Maybe(_chance.Next(1, 2_000).ToString(CultureInfo.InvariantCulture)),
        DiscountPercent = Maybe(Fraction(_chance.Next(10_000_001), Rate.Digits)),
        TaxRate = Maybe(Fraction(_chance.Next(3_000_000), Rate.Digits)),
    };

    private string? Maybe(string text) => _chance.Next(2) == 0 ? text : null;

    private static string Fraction(long value, int digits) =>
        (value / (decimal)Math.Pow(10, digits)).ToString($"F{digits}", CultureInfo.InvariantCulture);

    private static string Text(long minor, NewInvoice invoice) => new Money(minor, invoice.Currency).Figure;
}
