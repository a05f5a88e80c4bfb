namespace PayPage.Domain.Batches.Sheets;

/// <summary>The columns of one file: which of ours each of them is, and which we do not know.</summary>
public sealed class FileColumns
{
    /// <summary>What we add to a file of rejected rows: when it comes back mended, nobody is bothered by it.</summary>
    public const string ErrorColumn = "error";

    private readonly BatchColumn?[] _byPlace;
    private readonly IReadOnlyList<string> _header;

    private FileColumns(IReadOnlyList<string> header, FileDialect dialect, BatchColumn?[] byPlace) => (_header, Dialect, _byPlace) = (header, dialect, byPlace);

    public FileDialect Dialect { get; }

    /// <summary>Columns that we do not know, as the file calls them: nothing in them is used.</summary>
    public IReadOnlyList<string> Unknown => [.. _header.Where((name, place) => _byPlace[place] is null && name.Trim().Length > 0 && name != ErrorColumn)];

    /// <summary>Whether rows may be lines of one invoice.</summary>
    public bool HasLines => _byPlace.Any(column => column?.OfLine == true);

    public int Count => _byPlace.Length;

    /// <param name="header">The cells of the first row.</param>
    /// <param name="dialect">Whose names they are; null: whichever fits better.</param>
    /// <returns>The columns, or why they cannot be used.</returns>
    public static (FileColumns? Columns, string? Refusal) Read(IReadOnlyList<string> header, FileDialect? dialect)
    {
        var columns = dialect is { } known ? Match(header, known) : Best(header);

        if (columns.Repeated() is { } twice)
        {
            return (null, $"Two columns are called “{Short(twice)}”. Rename one of them, or take it out.");
        }

        var missing = columns.Missing().ToList();

        return missing.Count == 0 ? (columns, null)
            : columns._byPlace.All(column => column is null) ? (null, $"The first row must hold the names of the columns, such as {string.Join(", ", missing.Take(3))}. It holds none that we know.")
            : (null, missing.Count == 1 ? $"The column {missing[0]} is missing." : $"These columns are missing: {string.Join(", ", missing)}.");
    }

    /// <summary>How many of the names are ours: for whoever tries several delimiters.</summary>
    public static int Known(IReadOnlyList<string> header) => Best(header)._byPlace.Count(column => column is not null);

    /// <returns>The columns that a file cannot do without in each dialect.</returns>
    public static IReadOnlyList<BatchColumn> Of(FileDialect dialect) => dialect == FileDialect.Fort ? FortColumns.All : HouseColumns.All;

    /// <summary>The cells of a row with the column in which each stands; cells without one are left out.</summary>
    public IEnumerable<(BatchColumn Column, string Cell)> Cells(IReadOnlyList<string> row) =>
        _byPlace.Zip(row).Where(pair => pair.First is not null).Select(pair => (pair.First!, pair.Second));

    /// <returns>What stands there; empty where the file has no such column or the row ends before it.</returns>
    public string Cell(IReadOnlyList<string> row, string name)
    {
        var place = Array.FindIndex(_byPlace, column => column?.Name == name);
        return place >= 0 && place < row.Count ? row[place] : "";
    }

    /// <returns>As the file calls it; our own name where the file has none.</returns>
    public string NameOf(BatchColumn column)
    {
        var place = Array.IndexOf(_byPlace, column);
        return place < 0 ? column.Name : _header[place].Trim();
    }

    private static FileColumns Best(IReadOnlyList<string> header)
    {
        // Both have amount and currency; what only one has tells them apart.
        var house = Match(header, FileDialect.House);
        var fort = Match(header, FileDialect.Fort);
        return fort._byPlace.Count(column => column is not null) > house._byPlace.Count(column => column is not null) ? fort : house;
    }

    private static FileColumns Match(IReadOnlyList<string> header, FileDialect dialect) =>
        new(header, dialect, [.. header.Select(name => Find(Plain(name), Of(dialect)))]);

    private static BatchColumn? Find(string name, IReadOnlyList<BatchColumn> columns) =>
        columns.FirstOrDefault(column => column.Name == name || column.Aliases.Contains(name, StringComparer.Ordinal));

    private static string Plain(string name) =>
        string.Join('_', FreeText.Clean(name).ToLowerInvariant().Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('*', ':');

    private static string Short(string name) => name.Length <= 40 ? name : name[..40];

    private string? Repeated() =>
        _byPlace.OfType<BatchColumn>().GroupBy(column => column).Where(same => same.Count() > 1).Select(same => same.Key.Name).FirstOrDefault();

    private IEnumerable<string> Missing()
    {
        foreach (var column in Of(Dialect).Where(column => !_byPlace.Contains(column)))
        {
            if (column.Need == ColumnNeed.Required || (column.Need == ColumnNeed.OneOfTwo && !HasLines))
            {
                yield return column.Name;
            }
        }
    }
}

/// <summary>Whose names the columns of a file have.</summary>
public enum FileDialect
{
    House,

    /// <summary>PayFort's.</summary>
    Fort,
}
