using PayPage.Domain.Invoices.Intake;
using static PayPage.Unit.Domain.Invoices.Intake.Proposals;

namespace PayPage.Unit.Domain.Invoices.Intake;

public sealed class AmountsTests
{
    /// <summary>The vendor's own: its amounts make 2623.60, its rate makes the total that it shows.</summary>
    private static InvoiceProposal VendorsExample => Of(Line("120.08", "21")) with
    {
        Total = "2623.64",
        DiscountAmount = "126.08",
        DiscountPercent = "5.00",
        SubAmount = "2749.72",
        TaxType = "State Tax",
        TaxAmount = "208.00",
        TaxRate = "8.25",
        FreightAmount = "20.00",
        FreightTaxable = "true",
    };

    [Fact]
    public void The_vendors_own_example_is_accepted()
    {
        var amounts = Accepted(VendorsExample).Amounts;

        Assert.Equal(262_364, amounts.Total);
        Assert.Equal(252_168, amounts.Lines);
        Assert.Equal(12_608, amounts.Discount);
        Assert.Equal(20_804, amounts.Tax);
        Assert.Equal(2_000, amounts.Freight);
        Assert.Equal(0, amounts.FreightTax);
        Assert.Equal(274_972, amounts.CallersSubtotal);
        Assert.Equal("State Tax", amounts.TaxType);
    }

    [Fact]
    public void Where_the_amounts_make_the_total_they_count() =>
        Assert.Equal(20_800, Accepted(VendorsExample with { Total = "2623.60", SubAmount = "2749.68" }).Amounts.Tax);

    [Theory]
    [InlineData("2623.63")]
    [InlineData("2623.65")]
    [InlineData("2623.61")]
    [InlineData("2623.59")]
    public void A_cent_beside_is_refused_with_the_figure_we_make_it(string total)
    {
        var fault = Faults(VendorsExample with { Total = total, SubAmount = null })[0];

        Assert.Equal("total", fault.Field);
        Assert.Contains("USD 2623.60", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_total_we_make_it() =>
        Assert.Equal(9_000 + 1_800, Accepted(Of(Line("100")) with { DiscountPercent = "10", TaxRate = "20" }).Amounts.Total);

    [Theory]
    [InlineData("false", "10", 0)]
    [InlineData("true", "10", 50)]
    [InlineData("true", null, 0)]
    public void Freight_is_taxed_where_it_is_taxable_and_a_rate_is_given(string taxable, string? rate, long tax)
    {
        var amounts = Accepted(Of(Line("1")) with { FreightAmount = "5", FreightTaxable = taxable, FreightTaxRate = rate }).Amounts;
        Assert.Equal((500, tax, 600 + tax), (amounts.Freight, amounts.FreightTax, amounts.Total));
    }

    [Theory]
    [InlineData("100", true)]
    [InlineData("129", true)]
    [InlineData("119.5", false)]
    [InlineData("100.01", false)]
    public void A_subtotal_is_the_lines_alone_or_with_tax_and_freight(string sub, bool accepted)
    {
        var reading = ProposalReader.Read(Of(Line("100")) with { DiscountAmount = "9.5", TaxAmount = "19", FreightAmount = "10", SubAmount = sub }, Today);
        Assert.Equal(accepted, reading is ProposalReading.Read);
        Assert.All((reading as ProposalReading.Faulty)?.Faults ?? [], f => Assert.Equal("subAmount", f.Field));
    }

    [Fact]
    public void Without_lines_the_parts_are_shown_as_parts_of_the_total()
    {
        var amounts = Accepted(Plain with { Total = "100", DiscountAmount = "10", TaxAmount = "20", FreightAmount = "5" }).Amounts;
        Assert.Equal((8_500, 1_000, 2_000, 500, 10_000), (amounts.Lines, amounts.Discount, amounts.Tax, amounts.Freight, amounts.Total));
    }

    [Fact]
    public void Without_lines_percentages_are_worked_out_backwards()
    {
        var amounts = Accepted(Plain with { Total = "108", DiscountPercent = "10", TaxRate = "20" }).Amounts;
        Assert.Equal((10_000, 1_000, 1_800, 10_800), (amounts.Lines, amounts.Discount, amounts.Tax, amounts.Total));
    }

    [Fact]
    public void Without_lines_the_parts_must_fit_into_the_total()
    {
        Assert.Equal("total", Fault(Plain with { Total = "10", TaxAmount = "10.01" }).Field);
        Assert.Equal("total", Fault(Plain with { Total = "10", FreightAmount = "11", TaxRate = "20" }).Field);
        Assert.Equal("total", Fault(Plain with { Total = "10", DiscountAmount = "999999999999.99" }).Field);
        Assert.Equal("discount.percent", Fault(Plain with { DiscountPercent = "100" }).Field);
    }

    [Theory]
    [InlineData("USD", "0", "The total must be more than zero.")]
    [InlineData("USD", "0.00", "The total must be more than zero.")]
    [InlineData("USD", "-12.50", "Write the amount without a minus sign, for example 12.50.")]
    [InlineData("USD", "12.505", "Write the amount with at most 2 decimals, for example 12.50.")]
    [InlineData("JPY", "12.5", "Write the amount without decimals, for example 12.")]
    [InlineData("KWD", "12.5005", "Write the amount with at most 3 decimals, for example 12.50.")]
    [InlineData("USD", "1000000000000", "This is too large. The most is 999999999999.99.")]
    [InlineData("JPY", "100000000000000", "This is too large. The most is 99999999999999.")]
    [InlineData("USD", "1,250.00", null)]
    [InlineData("USD", "1e2", null)]
    [InlineData("USD", "$12", null)]
    [InlineData("USD", "+12", null)]
    [InlineData("USD", "12.", null)]
    [InlineData("USD", ".5", null)]
    [InlineData("USD", "NaN", null)]
    [InlineData("USD", "0x10", null)]
    [InlineData("USD", "1 250", null)]
    [InlineData("USD", "١٢٫٥٠", null)]
    [InlineData("USD", "１２", null)]
    [InlineData("USD", "१२", null)]
    public void A_total_is_a_plain_figure_above_zero(string currency, string total, string? message)
    {
        var fault = Fault(Plain with { Currency = currency, Total = total });

        Assert.Equal("total", fault.Field);
        Assert.Equal(
            message ?? "This is not a plain number. Write the amount with the digits 0 to 9 and at most one decimal point, for example 12.50.",
            fault.Message);
    }

    [Theory]
    [InlineData("USD", "999999999999.99", 99_999_999_999_999)]
    [InlineData("USD", "0.01", 1)]
    [InlineData("USD", "012.5000", 1_250)]
    [InlineData("JPY", "1000.00", 1_000)]
    [InlineData("KWD", "0.005", 5)]
    public void A_total_is_kept_in_minor_units(string currency, string total, long minor) =>
        Assert.Equal(minor, Accepted(Plain with { Currency = currency, Total = total }).Amounts.Total);

    [Fact]
    public void Lines_that_come_to_nothing_are_refused()
    {
        Assert.Equal("total", Fault(Of(Line("0"))).Field);
        Assert.Equal("total", Fault(Of(Line("10")) with { DiscountAmount = "10" }).Field);
        Assert.Equal("total", Fault(Of(Line("10")) with { DiscountAmount = "999999999999" }).Field);
    }

    [Fact]
    public void A_discount_may_cover_the_freight_too() =>
        Assert.Equal(200, Accepted(Of(Line("10")) with { DiscountAmount = "13", FreightAmount = "5" }).Amounts.Total);

    [Theory]
    [InlineData("12.50", true)]
    [InlineData("0.01", true)]
    [InlineData("12.51", false)]
    [InlineData("0", false)]
    [InlineData("x", false)]
    public void The_smallest_part_is_above_zero_and_no_more_than_the_total(string minimum, bool accepted)
    {
        var reading = ProposalReader.Read(Plain with { AllowsParts = "true", MinimumPart = minimum }, Today);
        Assert.Equal(accepted, reading is ProposalReading.Read);
        Assert.All((reading as ProposalReading.Faulty)?.Faults ?? [], f => Assert.Equal("minimumPart", f.Field));
    }

    [Fact]
    public void The_smallest_part_means_nothing_where_parts_are_not_allowed() =>
        Assert.Null(Accepted(Plain with { MinimumPart = "100" }).MinimumPart);
}
