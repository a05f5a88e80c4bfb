using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>Which tables were written to, or may have been, since somebody last asked: what nobody wrote to need not be read again.</summary>
internal sealed class Ears : DbCommandInterceptor
{
    private static readonly IReadOnlyList<string> Tables = ["Invoices", "Links", "Payments", "Refunds", "Disputes", "Ledger"];

    private readonly HashSet<string> _written = [.. Tables];

    public void HearOfAll() => _written.UnionWith(Tables);

    public IReadOnlyList<string> Ask()
    {
        var written = _written.ToList();
        _written.Clear();
        return written;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Hear(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Hear(command.CommandText);
        return ValueTask.FromResult(result);
    }

    /// <summary>Every table that a statement names which does more than read.</summary>
    private void Hear(string statement)
    {
        if (!statement.StartsWith("SELECT", StringComparison.Ordinal))
        {
            _written.UnionWith(Tables.Where(table => statement.Contains($"\"{table}\"", StringComparison.Ordinal)));
        }
    }
}
