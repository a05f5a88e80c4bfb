using System.Globalization;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.UseCases.Batches;

/// <summary>Finds the header of a file and what stands between its cells, by trying: the right delimiter is the one by which most names are known.</summary>
internal sealed class FindShape(BatchBytes bytes, IRowFiles files)
{
    /// <summary>Explanations may stand above the header, each in a row that begins with a hash.</summary>
    private const int MostRowsAbove = 100;

    private const int MostLettersAbove = 100_000;
    private const string ExcelsHint = "sep=";

    /// <exception cref="UnreadableFileException">There is no header that we know.</exception>
    public async Task<Shape> HandleAsync(Batch batch, CancellationToken ct)
    {
        var encoding = batch.Wished.Encoding ?? batch.SeenEncoding ?? TextEncoding.Utf8;

        if (batch.Door != BatchDoor.Office && batch.Wished.Encoding is null && encoding == TextEncoding.Windows1252)
        {
            throw new UnreadableFileException("The file is not UTF-8, and where nobody looks at it we do not guess. Send UTF-8, or say in the call what it is.");
        }

        FileDialect? dialect = batch.Door == BatchDoor.Fort ? FileDialect.Fort : null;
        var tries = new List<(char Delimiter, FileRow Header, FileFormat Said, int Known)>();

        foreach (var delimiter in batch.Wished.Delimiter is { } wished ? [wished] : FileFormat.Delimiters)
        {
            if (await HeaderAsync(batch.Id, encoding, delimiter, ct) is var (header, said))
            {
                tries.Add((delimiter, header, said, FileColumns.Known(header.Cells)));
            }
        }

        if (tries.Count == 0)
        {
            throw new UnreadableFileException("The file holds nothing but explanations: the row with the names of the columns is missing.");
        }

        var best = tries.OrderByDescending(t => t.Known).ThenByDescending(t => t.Header.Cells.Count).First();

        if (best.Header.Cells.Count > BatchRow.MostCells)
        {
            throw new UnreadableFileException(string.Create(
                CultureInfo.InvariantCulture, $"The first row has {best.Header.Cells.Count:N0} columns; a file may have {BatchRow.MostCells}."));
        }

        var names = best.Header.Cells.Select(name => name.Length <= BatchRow.KeyLength ? name : name[..BatchRow.KeyLength]).ToList();
        var (columns, refusal) = FileColumns.Read(names, dialect);
        return columns is null
            ? throw new UnreadableFileException(refusal!)    // one of the two is there
            : new Shape(encoding, best.Delimiter, best.Header.Line, names, columns, best.Said, Evidence(best.Delimiter, best.Known, names.Count(name => !string.IsNullOrWhiteSpace(name))));
    }

    private async Task<(FileRow Header, FileFormat Said)?> HeaderAsync(BatchId id, TextEncoding encoding, char delimiter, CancellationToken ct)
    {
        var letters = 0L;
        var said = new FileFormat();

        await foreach (var row in files.ReadAsync(bytes.ReadAsync(id, ct), encoding, delimiter, ct))
        {
            if (!IsAbove(row))
            {
                return (row, said);
            }

            said = said.Or(FormatNote.Read(row.Cells[0]));

            letters += row.Cells.Sum(cell => cell.Length);

            if (row.Line > MostRowsAbove || letters > MostLettersAbove)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>What may stand above the header: nothing, an explanation, and Excel's word about the delimiter.</summary>
    private static bool IsAbove(FileRow row) =>
        row.IsBlank || row.Cells[0].StartsWith('#') || row.Cells[0].StartsWith(ExcelsHint, StringComparison.OrdinalIgnoreCase);

    private static Finding Evidence(char delimiter, int known, int all) => new(FileAspect.Delimiter, string.Create(
        CultureInfo.InvariantCulture, $"Cells are divided by {NameOf(delimiter)}: read that way, we know {known} of the {all} columns."));

    private static string NameOf(char delimiter) => delimiter switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        _ => "bars",
    };

    /// <param name="Said">What the file itself says of how it is to be read, see <see cref="FormatNote"/>.</param>
    internal sealed record Shape(
        TextEncoding Encoding, char Delimiter, int HeaderLine, IReadOnlyList<string> Header, FileColumns Columns, FileFormat Said, Finding DelimiterFinding);
}
