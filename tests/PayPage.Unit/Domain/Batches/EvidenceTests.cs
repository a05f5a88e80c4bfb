using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.Unit.Domain.Batches;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData(DecimalMark.Point, "12.5", "12.50", "1,250.00", "1,250,000", "1250.123", "0.125", "1 250.50", "1.2345")]
    [InlineData(DecimalMark.Comma, "12,5", "12,50", "1.250,00", "1.250.000", "1250,123", "0,125", "1 250,50", "1'250,5")]
    public void One_figure_that_can_be_read_in_one_way_only_proves_the_mark(DecimalMark mark, params string[] figures)
    {
        foreach (var figure in figures)
        {
            var evidence = new MarkEvidence();
            evidence.See(2, "1250");
            evidence.See(3, figure);
            var (found, finding) = evidence.Conclude();

            Assert.Equal((mark, figure), (found, figure));
            Assert.Contains($"line 3 has {figure}", finding.Sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1.250")]
    [InlineData("1,250")]
    [InlineData("999,999")]
    public void A_figure_of_two_meanings_is_asked_about(string figure)
    {
        var evidence = new MarkEvidence();
        evidence.See(2, figure);
        evidence.See(3, "100");

        Assert.Null(evidence.Conclude().Mark);
        evidence.See(4, "12,5");
        Assert.Equal(DecimalMark.Comma, evidence.Conclude().Mark);
    }

    [Fact]
    public void Proofs_that_contradict_each_other_are_asked_about()
    {
        var evidence = new MarkEvidence();
        evidence.See(2, "12.50");
        evidence.See(9, "12,50");
        var (mark, finding) = evidence.Conclude();

        Assert.Null(mark);
        Assert.Contains("Line 2 has 12.50 and line 9 has 12,50", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_figures_need_no_mark()
    {
        var evidence = new MarkEvidence();
        evidence.See(2, "100");
        evidence.See(3, "no figure, 12.5 apples");
        evidence.See(4, "١٢٫٥");

        Assert.Equal(DecimalMark.Point, evidence.Conclude().Mark);
    }

    [Theory]
    [InlineData(DateOrder.DayFirst, "31/12/2026", "31.12.2026", "13-1-2026")]
    [InlineData(DateOrder.MonthFirst, "12/31/2026", "1-13-2026")]
    [InlineData(DateOrder.YearFirst, "2026-12-31", "5/5/2026", "tomorrow")]
    public void A_date_proves_its_order(DateOrder order, params string[] dates)
    {
        foreach (var date in dates)
        {
            var evidence = new DateEvidence();
            evidence.See(2, date);

            Assert.Equal((order, date), (evidence.Conclude().Order, date));
        }
    }

    [Fact]
    public void A_date_of_two_meanings_is_asked_about_and_another_settles_it()
    {
        var evidence = new DateEvidence();
        evidence.See(2, "03/04/2026");
        Assert.Null(evidence.Conclude().Order);

        evidence.See(3, "25/04/2026");
        Assert.Equal(DateOrder.DayFirst, evidence.Conclude().Order);

        evidence.See(4, "04/25/2026");
        Assert.Null(evidence.Conclude().Order);
    }

    [Theory]
    [InlineData("1250", DecimalMark.Point, "1250")]
    [InlineData("1,250", DecimalMark.Point, "1250")]
    [InlineData("1,250", DecimalMark.Comma, "1.250")]
    [InlineData("1.250", DecimalMark.Comma, "1250")]
    [InlineData("1.250,50", DecimalMark.Comma, "1250.50")]
    [InlineData("1 250,50", DecimalMark.Comma, "1250.50")]
    [InlineData("12.50", DecimalMark.Comma, null)]
    [InlineData("12,50", DecimalMark.Point, null)]
    [InlineData("1,25,0", DecimalMark.Point, null)]
    [InlineData("1.250.50", DecimalMark.Comma, null)]
    [InlineData("twelve", DecimalMark.Point, "twelve")]
    [InlineData("-5", DecimalMark.Point, "-5")]
    public void A_figure_is_made_plain_by_its_files_mark_or_not_at_all(string figure, DecimalMark mark, string? plain) =>
        Assert.Equal(plain, FileFigures.Plain(figure, mark));

    [Theory]
    [InlineData("50000", 2, "500.00")]
    [InlineData("5", 2, "0.05")]
    [InlineData("100000", 3, "100.000")]
    [InlineData("1250", 0, "1250")]
    [InlineData("12.50", 2, null)]
    [InlineData("١٢٥", 2, null)]
    public void Minor_units_become_major_ones(string figure, int digits, string? plain) => Assert.Equal(plain, FileFigures.FromMinor(figure, digits));

    [Theory]
    [InlineData("2026-12-31", DateOrder.DayFirst, "2026-12-31")]
    [InlineData("2026/12/31", DateOrder.YearFirst, "2026-12-31")]
    [InlineData("3/4/2026", DateOrder.DayFirst, "2026-04-03")]
    [InlineData("3/4/2026", DateOrder.MonthFirst, "2026-03-04")]
    [InlineData("5.5.2026", DateOrder.YearFirst, "2026-05-05")]
    [InlineData("3/4/2026", DateOrder.YearFirst, "3/4/2026")]
    [InlineData("3/4/26", DateOrder.DayFirst, "3/4/26")]
    public void A_date_is_made_plain_by_its_files_order(string date, DateOrder order, string plain) => Assert.Equal(plain, FileFigures.Date(date, order));
}
