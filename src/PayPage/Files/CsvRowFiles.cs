using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.Files;

/// <summary>Rows of comma-separated files (RFC 4180, with any delimiter and any line ending), by CsvHelper.</summary>
internal sealed class CsvRowFiles : IRowFiles
{
    /// <summary>A quote that is never closed makes the rest of a file one cell. A hundred cells of the longest that we take need less than this.</summary>
    private const int MostRowBytes = 2 * 1024 * 1024;

    /// <summary>More than any file of ours has; a line of commas would be a million.</summary>
    private const int MostCells = 20_000;

    public async IAsyncEnumerable<FileRow> ReadAsync(
        IAsyncEnumerable<byte[]> file, TextEncoding encoding, char delimiter, [EnumeratorCancellation] CancellationToken ct)
    {
        CsvMalformedReason? wrong = null;
        await using var bytes = new PieceStream(file, ct);
        await using var reader = CsvReader.Create(bytes, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            SkipEmptyLines = false,    // they count, in a spreadsheet too
            MaxRecordSize = MostRowBytes,
            Encoding = EncodingOf(encoding),
            OnMalformedRecord = record => wrong = record.Reason,
        });

        for (var line = 1; await NextAsync(line); line++)
        {
            if (wrong == CsvMalformedReason.UnterminatedQuote)
            {
                throw new UnreadableFileException(string.Create(
                    CultureInfo.InvariantCulture, $"A cell of row {line} begins with a quote (\") that is never closed, so everything below it is part of that cell."));
            }

            if (reader.FieldCount > MostCells)
            {
                throw new UnreadableFileException(string.Create(CultureInfo.InvariantCulture, $"Row {line} has {reader.FieldCount:N0} cells. That is no row of invoices."));
            }

            yield return new FileRow(line, reader.Current.ToArray(), wrong == CsvMalformedReason.TextAfterClosingQuote);
            wrong = null;
        }

        async Task<bool> NextAsync(int line)
        {
            try
            {
                return await reader.ReadAsync(ct);
            }
            catch (CsvFormatException)
            {
                throw new UnreadableFileException(string.Create(
                    CultureInfo.InvariantCulture, $"Row {line} is longer than {MostRowBytes / 1024 / 1024} MB. Most likely a cell begins with a quote (\") that is never closed: look there."));
            }
        }
    }

    private static Encoding EncodingOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => Encoding.UTF8,
        TextEncoding.Utf16LittleEndian => Encoding.Unicode,
        TextEncoding.Utf16BigEndian => Encoding.BigEndianUnicode,
        TextEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,    // part of the runtime
    };
}
