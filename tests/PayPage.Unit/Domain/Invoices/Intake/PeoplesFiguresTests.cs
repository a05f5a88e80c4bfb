using PayPage.Domain.Invoices.Intake;

namespace PayPage.Unit.Domain.Invoices.Intake;

public sealed class PeoplesFiguresTests
{
    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("12,50", "12.50")]
    [InlineData(" 1250 ", "1250")]
    [InlineData("1,250.00", "1250.00")]
    [InlineData("1.250,00", "1250.00")]
    [InlineData("1 250", "1250")]
    [InlineData("1 250,5", "1250.5")]
    [InlineData("1\u00A0250", "1250")]
    [InlineData("1\u202F250,00", "1250.00")]
    [InlineData("1'250.00", "1250.00")]
    [InlineData("1’250.00", "1250.00")]
    [InlineData("1,250,000", "1250000")]
    [InlineData("1.250.000", "1250000")]
    [InlineData("1,250.000001", "1250.000001")]
    [InlineData("0.125", "0.125")]
    [InlineData("1250.125", "1250.125")]
    [InlineData("1.1250", "1.1250")]
    public void A_figure_that_can_be_read_in_one_way_is_read_so(string typed, string plain) =>
        Assert.Equal(plain, PeoplesFigures.Read(typed, decimalMarks: ""));

    [Theory]
    [InlineData("1,250")]
    [InlineData("1.250")]
    [InlineData("12,500")]
    [InlineData("999.999")]
    public void What_may_be_thousands_or_decimals_is_not_guessed(string typed)
    {
        var fault = Assert.Single(Proposals.Faults(PeoplesFigures.MadePlain(Proposals.Of(Proposals.Line(typed)))));

        Assert.Equal("lines[0].unitPrice", fault.Field);
        Assert.Contains("in two ways", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(typed, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_currency_of_three_decimals_a_point_is_a_decimal_point()
    {
        var invoice = Proposals.Accepted(PeoplesFigures.MadePlain(Proposals.Of(Proposals.Line("85.125")) with { Currency = "KWD" }));

        Assert.Equal(85_125, invoice.Amounts.Total);
        Assert.Single(Proposals.Faults(PeoplesFigures.MadePlain(Proposals.Of(Proposals.Line("85,125")) with { Currency = "KWD" })));
    }

    [Theory]
    [InlineData("8.875")]
    [InlineData("8,875")]
    public void No_rate_has_thousands(string typed)
    {
        var line = Proposals.Line("100") with { TaxRate = typed };

        Assert.Equal(8_87500, Proposals.Accepted(PeoplesFigures.MadePlain(Proposals.Of(line))).Lines[0].TaxRate?.Value);
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("$5")]
    [InlineData("1,25,000")]
    [InlineData("1,250,00")]
    [InlineData("1 25")]
    [InlineData("1,250.")]
    [InlineData(".5")]
    [InlineData("1,250,5")]
    [InlineData("٣")]
    [InlineData("１２")]
    [InlineData("1\u200E250")]
    [InlineData("9999999999999999999999999999999999999999999")]
    public void Anything_else_is_left_to_the_reader_who_refuses_it(string typed)
    {
        Assert.Equal(typed, PeoplesFigures.Read(typed, ""));
        Assert.Equal("lines[0].unitPrice", Proposals.Fault(PeoplesFigures.MadePlain(Proposals.Of(Proposals.Line(typed)))).Field);
    }
}
