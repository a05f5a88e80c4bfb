using PayPage.Domain.Reports;
using PayPage.Unit.Support;
using PayPage.UseCases.Reporting;

namespace PayPage.Unit.UseCases.Reporting;

public sealed class ReportColumnsTests
{
    private static readonly (ReportKind Kind, IReadOnlyList<ReportColumn> Columns)[] Reports =
        [(ReportKind.Invoices, InvoiceColumns.All), (ReportKind.Payments, PaymentColumns.All), (ReportKind.Refunds, RefundColumns.All)];

    [Fact]
    public void The_columns_are_those_that_are_written_down()
    {
        var text = "# Columns of reports\n\nWritten by a test (`ReportColumnsTests`). How each form is written: [reports](reports.md).\n" + string.Concat(
            from report in Reports
            let lines = report.Columns.Select(column => $"| `{column.Name}` | {column.Form} | {(column.IsUsual ? "yes" : "")} | {column.Meaning} |\n")
            select $"\n## {report.Kind}\n\n| column | form | usual | meaning |\n|---|---|---|---|\n{string.Concat(lines)}");

        Approved.File("docs/report-columns.md", text);
    }

    [Fact]
    public void Names_are_plain_and_each_column_with_an_amount_has_its_currency_beside_it() => Assert.All(Reports, report =>
    {
        Assert.All(report.Columns, column => Assert.Matches("^[a-z_]+$", column.Name));
        Assert.Equal(report.Columns.Count, report.Columns.Select(column => column.Name).Distinct().Count());
        Assert.Contains(report.Columns, column => column is { Name: "currency", IsUsual: true });
    });
}
