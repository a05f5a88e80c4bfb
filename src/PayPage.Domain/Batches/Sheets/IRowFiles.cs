namespace PayPage.Domain.Batches.Sheets;

/// <summary>Takes files of rows apart, whatever their size, keeping no more than one row in memory.</summary>
public interface IRowFiles
{
    /// <param name="file">Its bytes, in pieces of any size.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    /// <returns>Every row, blank ones too, so that lines can be counted.</returns>
    /// <exception cref="UnreadableFileException">From some line on it cannot be read.</exception>
    IAsyncEnumerable<FileRow> ReadAsync(IAsyncEnumerable<byte[]> file, TextEncoding encoding, char delimiter, CancellationToken ct);
}

/// <summary>One row as it stands in a file.</summary>
/// <param name="Line">As a spreadsheet counts: 1 for the first, a row with line breaks inside cells is one.</param>
/// <param name="IsTorn">Its quotes do not close as they should, so nobody knows where its cells end.</param>
public sealed record FileRow(int Line, IReadOnlyList<string> Cells, bool IsTorn)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>A file that cannot be read on. The message is for whoever sent it: where, why, and what to do.</summary>
public sealed class UnreadableFileException(string message) : Exception(message);
