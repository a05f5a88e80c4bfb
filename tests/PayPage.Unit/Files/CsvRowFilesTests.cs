using System.Text;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Files;

namespace PayPage.Unit.Files;

public sealed class CsvRowFilesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Lines_may_end_in_any_way_and_blank_ones_count(string end)
    {
        var rows = await ReadAsync(string.Join(end, "a,b", "", "1,2", "3,4"));

        Assert.Equal([(1, "a|b"), (2, ""), (3, "1|2"), (4, "3|4")], rows.Select(row => (row.Line, string.Join('|', row.Cells))));
    }

    [Fact]
    public async Task Quoted_cells_may_hold_everything()
    {
        var row = Assert.Single(await ReadAsync("\"a,b\",\"line one\r\nline two\",\"say \"\"hi\"\"\",5\" pipe\n"));

        Assert.Equal(["a,b", "line one\r\nline two", "say \"hi\"", "5\" pipe"], row.Cells);
        Assert.False(row.IsTorn);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task Any_delimiter_will_do(char delimiter)
    {
        var row = Assert.Single(await ReadAsync($"a{delimiter}\"b{delimiter}c\"{delimiter}d,e", delimiter: delimiter));

        Assert.Equal(["a", $"b{delimiter}c", "d,e"], row.Cells);
    }

    [Theory]
    [InlineData(TextEncoding.Utf8)]
    [InlineData(TextEncoding.Utf16LittleEndian)]
    [InlineData(TextEncoding.Utf16BigEndian)]
    public async Task Letters_of_all_scripts_come_through_with_a_mark_and_without(TextEncoding encoding)
    {
        var writer = encoding switch { TextEncoding.Utf8 => Encoding.UTF8, TextEncoding.Utf16LittleEndian => Encoding.Unicode, _ => Encoding.BigEndianUnicode };
        var text = writer.GetBytes("Zoë,花,💐,\u202Eevil");

        foreach (var mark in new[] { [], writer.GetPreamble() })
        {
            byte[] bytes = [.. mark, .. text];
            Assert.Equal(["Zoë", "花", "💐", "\u202Eevil"], Assert.Single(await ReadAsync(bytes, encoding)).Cells);
        }
    }

    [Fact]
    public async Task Windows_letters_come_through()
    {
        var row = Assert.Single(await ReadAsync([.. "M"u8, 0xFC, .. "ller,"u8, 0x80, .. " 5"u8], TextEncoding.Windows1252));

        Assert.Equal(["Müller", "€ 5"], row.Cells);
    }

    [Fact]
    public async Task Letters_behind_a_closing_quote_tear_their_row_and_no_other()
    {
        var rows = await ReadAsync("a,b\n\"x\"y,1\n2,3\n");

        Assert.Equal([false, true, false], rows.Select(row => row.IsTorn));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_named_with_its_row()
    {
        var wrong = await Assert.ThrowsAsync<UnreadableFileException>(() => ReadAsync("a,b\n1,2\n\"3,4\n5,6\n"));

        Assert.Contains("row 3", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("never closed", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_fifty_megabytes_behind_an_open_quote_few_are_read()
    {
        var read = 0;

        var wrong = await Assert.ThrowsAsync<UnreadableFileException>(async () =>
        {
            await foreach (var _ in new CsvRowFiles().ReadAsync(EndlessAsync(), TextEncoding.Utf8, ',', Ct))
            {
            }
        });

        Assert.Contains("Row 2 is longer", wrong.Message, StringComparison.Ordinal);
        Assert.InRange(read, 2_000_000, 8_000_000);

        async IAsyncEnumerable<byte[]> EndlessAsync()
        {
            await Task.Yield();
            yield return "a,b\n\""u8.ToArray();
            var piece = Encoding.UTF8.GetBytes(new string('x', 1023) + "\n");

            for (; read < 50_000_000; read += piece.Length)
            {
                yield return piece;
            }
        }
    }

    [Fact]
    public async Task A_line_of_ten_thousand_columns_is_a_line()
    {
        var row = Assert.Single(await ReadAsync(new string(',', 9_999)));

        Assert.Equal(10_000, row.Cells.Count);
    }

    private static Task<List<FileRow>> ReadAsync(string text, char delimiter = ',') => ReadAsync(Encoding.UTF8.GetBytes(text), TextEncoding.Utf8, delimiter);

    private static async Task<List<FileRow>> ReadAsync(byte[] bytes, TextEncoding encoding, char delimiter = ',')
    {
        var rows = new List<FileRow>();

        await foreach (var row in new CsvRowFiles().ReadAsync(bytes.Chunk(5).ToAsyncEnumerable(), encoding, delimiter, Ct))
        {
            rows.Add(row);
        }

        return rows;
    }
}
