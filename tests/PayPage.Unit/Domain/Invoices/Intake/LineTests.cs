using PayPage.Domain.Invoices;
using static PayPage.Unit.Domain.Invoices.Intake.Proposals;

namespace PayPage.Unit.Domain.Invoices.Intake;

public sealed class LineTests
{
    [Theory]
    [InlineData("USD", "12.05", "20", 24_100)]
    [InlineData("USD", "12.05", null, 1_205)]
    [InlineData("USD", "0.005", "1", 1)]              // half a cent goes up
    [InlineData("USD", "0.004999", "1", 0)]
    [InlineData("USD", "0.000125", "1000000", 12_500)]
    [InlineData("JPY", "0.5", "3", 2)]
    [InlineData("KWD", "1.0005", "1", 1_001)]
    [InlineData("USD", "0", "5", 0)]
    [InlineData("USD", "1", "999999999", 99_999_999_900)]
    public void A_line_comes_to_unit_price_times_quantity(string currency, string price, string? quantity, long total)
    {
        var free = Line("7");
        var line = Accepted(Of(Line(price, quantity), free) with { Currency = currency }).Lines[0];

        Assert.Equal(total, line.Total);
        Assert.Equal(1, line.Position);
    }

    [Theory]
    [InlineData("1.00", null, null, null, 100, 0, 9_900)]
    [InlineData(null, "12.5", null, null, 1_250, 0, 8_750)]
    [InlineData(null, null, "8.25", null, 0, 825, 10_825)]
    [InlineData(null, null, null, "8.25", 0, 825, 10_825)]
    [InlineData(null, "10", null, "20", 1_000, 1_800, 10_800)]    // a tax counts on what is left
    [InlineData("10", "10", "20", "20", 1_000, 2_000, 11_000)]    // or on the whole, where the amount says so
    [InlineData("10.01", "10", null, null, 1_001, 0, 8_999)]      // a minor unit apart: the amount counts
    [InlineData("100", null, null, null, 10_000, 0, 0)]
    public void Discounts_and_taxes_come_as_amounts_or_percentages(
        string? off, string? offPercent, string? tax, string? taxRate, long discount, long onTop, long total)
    {
        var wanted = Line("100") with { DiscountAmount = off, DiscountPercent = offPercent, TaxAmount = tax, TaxRate = taxRate };
        var line = Accepted(Of(wanted, Line("1"))).Lines[0];

        Assert.Equal((discount, onTop, total), (line.Discount, line.Tax, line.Total));
        Assert.Equal(offPercent is not null, line.DiscountRate is not null);
        Assert.Equal(taxRate is not null, line.TaxRate is not null);
    }

    [Fact]
    public void A_percentage_is_exact_to_five_decimals() =>
        Assert.Equal(new Rate(687_521), Accepted(Of(Line("100") with { TaxRate = "6.87521" })).Lines[0].TaxRate);

    [Fact]
    public void Each_fault_of_a_line_names_its_field()
    {
        Assert.Equal("lines[0].discountAmount", Fault(Of(Line("100") with { DiscountAmount = "10.02", DiscountPercent = "10" })).Field);
        Assert.Equal("lines[0].discountAmount", Fault(Of(Line("100") with { DiscountAmount = "100.01" })).Field);
        Assert.Equal("lines[0].discountPercent", Fault(Of(Line("100") with { DiscountPercent = "100.1" })).Field);
        Assert.Equal("lines[0].taxAmount", Fault(Of(Line("100") with { TaxAmount = "8.27", TaxRate = "8.25" })).Field);
        Assert.Equal("lines[1].unitPrice", Fault(Of(Line("1"), Line("1.1234567"))).Field);
        Assert.Equal("lines[0].unitPrice", Fault(Of(Line("-1"))).Field);
        Assert.Equal("lines[0].unitPrice", Fault(Of(Line(""))).Field);
        Assert.Equal("lines[0].name", Fault(Of(Line("1") with { Name = " " })).Field);
        Assert.Equal("lines[0].name", Fault(Of(Line("1") with { Name = new string('a', 256) })).Field);
        Assert.Equal("lines[0].sku", Fault(Of(Line("1") with { Sku = new string('a', 256) })).Field);
        Assert.Equal("lines[0].quantity", Fault(Of(Line("1", "0"))).Field);
        Assert.Equal("lines[0].quantity", Fault(Of(Line("1", "1.5"))).Field);
        Assert.Equal("lines[0].quantity", Fault(Of(Line("0.01", "1000000000"))).Field);
        Assert.Equal("lines[0].quantity", Fault(Of(Line("1", "٣"))).Field);
        Assert.Equal("lines[0].taxRate", Fault(Of(Line("1") with { TaxRate = "1000" })).Field);
    }

    [Fact]
    public void A_total_that_is_not_ours_is_a_fault_with_the_figure_we_make_it()
    {
        var fault = Fault(Of(Line("5.25", "10") with { Total = "52.49" }));

        Assert.Equal("lines[0].total", fault.Field);
        Assert.Contains("USD 52.50", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_line_total_does_not_hide_a_wrong_invoice_total() => Assert.Equal(
        ["lines[0].total", "total"], Faults(Of(Line("5.25", "10") with { Total = "52.49" }) with { Total = "52.49" }).Select(f => f.Field));

    [Fact]
    public void Nor_does_a_missing_name() => Assert.Equal(
        ["lines[0].name", "total"], Faults(Of(Line("5.25", "10") with { Name = null }) with { Total = "52.49" }).Select(f => f.Field));

    [Fact]
    public void Thirty_lines_are_fine_and_one_more_is_one_fault()
    {
        Assert.Equal(30, Accepted(Of([.. Enumerable.Repeat(Line("1"), 30)])).Lines.Count);
        Assert.Equal("lines", Fault(Of([.. Enumerable.Repeat(Line("nonsense"), 31)]) with { Total = "31" }).Field);
    }

    [Theory]
    [InlineData("999999999999.99", "1", null)]
    [InlineData("1000000000000", "1", "lines[0].unitPrice")]
    [InlineData("999999999999", "999999999", "lines[0].unitPrice")]
    [InlineData("9999999999999", "1", "lines[0].unitPrice")]
    [InlineData("99999999999999999999999999999999999999999999999999", "1", "lines[0].unitPrice")]
    public void Too_large_is_a_fault_and_never_an_overflow(string price, string quantity, string? field)
    {
        var proposal = Of(Line(price, quantity));

        if (field is null)
        {
            Assert.Equal(99_999_999_999_999, Accepted(proposal).Amounts.Total);
        }
        else
        {
            Assert.Equal(field, Fault(proposal).Field);
        }
    }

    [Fact]
    public void A_tax_on_the_largest_line_is_too_much()
    {
        Assert.Equal("lines[0].taxRate", Fault(Of(Line("999999999999.99") with { TaxRate = "999" })).Field);
        Assert.Equal("total", Fault(Of(Line("999999999999.99"), Line("0.01"))).Field);
    }
}
