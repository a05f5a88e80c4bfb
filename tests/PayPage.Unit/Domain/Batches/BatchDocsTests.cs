using PayPage.Domain.Batches.Sheets;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain.Batches;

public sealed class BatchDocsTests
{
    /// <summary>The table of columns is that of the code; <c>APPROVE=1</c> writes it.</summary>
    [Fact]
    public void Every_column_is_written_down()
    {
        const string head = "| column | needed | what stands in it |\n|---|---|---|\n";
        const string path = "docs/batches.md";
        var text = File.ReadAllText(Path.Combine(Approved.Root(), path));
        var begin = text.IndexOf(head, StringComparison.Ordinal) + head.Length;
        var end = text.IndexOf("\n\n", begin, StringComparison.Ordinal);
        var table = string.Join('\n', HouseColumns.All.Select(column => $"| `{column.Name}` | {(column.Need == ColumnNeed.Required ? "yes" : "")} | {column.About} |"));

        Approved.File(path, text[..begin] + table + text[end..]);
    }
}
