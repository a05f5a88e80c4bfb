using Microsoft.Data.Sqlite;

namespace PayPage.Bench;

/// <summary>What differs between the site's file and a copy from before: the rows that recording payments wrote, payment by payment.</summary>
/// <remarks>Of a row that changed, only the columns that changed are written: nobody could write less.</remarks>
internal sealed class RowsOfPayments : IDisposable
{
    private const string Payments = "Payments";
    private const string Invoices = "Invoices";

    private readonly SqliteConnection _both;
    private readonly IReadOnlyList<Table> _tables;

    public RowsOfPayments(string site, string copy)
    {
        _both = new SqliteConnection($"Data Source={site};Pooling=False");
        _both.Open();
        Read("ATTACH $0 AS copy", copy);
        var names = Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").Select(row => (string)row[0]).ToList();
        var ordered = new List<string>();
        names.ForEach(name => AddWithParents(name, ordered));
        _tables = [.. ordered.Select(Shape)];
    }

    /// <returns>For each payment the rows of its transaction, in an order that foreign keys allow.</returns>
    public IReadOnlyList<IReadOnlyList<RowWrite>> Find()
    {
        var ofInvoice = Read($"SELECT InvoiceId, Id FROM {Payments}").ToDictionary(row => (string)row[0], row => (string)row[1]);
        var rows = Read($"SELECT Id FROM (SELECT * FROM main.{Payments} EXCEPT SELECT * FROM copy.{Payments}) ORDER BY Id")
            .ToDictionary(row => (string)row[0], _ => new List<RowWrite>());

        foreach (var table in _tables)
        {
            foreach (var row in Read($"SELECT * FROM main.{table.Name} EXCEPT SELECT * FROM copy.{table.Name}"))
            {
                var old = Read($"SELECT * FROM copy.{table.Name} WHERE {table.KeyIs}", [.. table.Key.Select(at => row[at])]).SingleOrDefault();
                var write = old is null ? table.Insert(row) : table.Update(row, old);

                if (table.PaymentOf(row, ofInvoice) is { } payment)
                {
                    rows[payment].Add(write);
                }
                else
                {
                    // A merchant's counters: each payment moves them. What came new came with the first.
                    (old is null ? rows.Values.Take(1) : rows.Values).ToList().ForEach(writes => writes.Add(write));
                }
            }
        }

        return [.. rows.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
    }

    /// <returns>How many rows both files hold.</returns>
    /// <exception cref="InvalidOperationException">They do not hold the same: a comparison would say nothing.</exception>
    public (int Tables, long Rows) Same()
    {
        var rows = 0L;

        foreach (var table in _tables)
        {
            var differ = Read($"SELECT * FROM main.{table.Name} EXCEPT SELECT * FROM copy.{table.Name}").Count
                + Read($"SELECT * FROM copy.{table.Name} EXCEPT SELECT * FROM main.{table.Name}").Count;

            if (differ > 0)
            {
                throw new InvalidOperationException($"{table.Name} differs in {differ} rows.");
            }

            rows += (long)Read($"SELECT COUNT(*) FROM main.{table.Name}")[0][0];
        }

        return (_tables.Count, rows);
    }

    public void Dispose() => _both.Dispose();

    private void AddWithParents(string name, List<string> ordered)
    {
        if (ordered.Contains(name))
        {
            return;
        }

        foreach (var parent in Read("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($0)", name).Select(row => (string)row[0]).Where(parent => parent != name))
        {
            AddWithParents(parent, ordered);
        }

        ordered.Add(name);
    }

    private Table Shape(string name)
    {
        var columns = Read("SELECT name, pk FROM pragma_table_info($0) ORDER BY cid", name);
        return new Table(name, [.. columns.Select(c => (string)c[0])], [.. Enumerable.Range(0, columns.Count).Where(at => (long)columns[at][1] > 0)]);
    }

    private List<object[]> Read(string sql, params object[] values)
    {
        using var command = _both.CreateCommand();
        command.CommandText = sql;

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i}", values[i]);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();

        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <param name="Key">Where the columns of its primary key stand.</param>
    private sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<int> Key)
    {
        public string KeyIs => string.Join(" AND ", Key.Select((at, i) => $"\"{Columns[at]}\" = ${i}"));

        public RowWrite Insert(object[] row) => new(
            Name, $"INSERT INTO {Name} ({string.Join(", ", Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", row.Select((_, i) => $"${i}"))})", row);

        public RowWrite Update(object[] row, object[] old)
        {
            var changed = Enumerable.Range(0, row.Length).Where(at => !IsSame(row[at], old[at])).ToList();
            var set = string.Join(", ", changed.Select((at, i) => $"\"{Columns[at]}\" = ${Key.Count + i}"));
            return new RowWrite(Name, $"UPDATE {Name} SET {set} WHERE {KeyIs}", [.. Key.Select(at => row[at]), .. changed.Select(at => row[at])]);
        }

        /// <returns>Null where the row is nobody's own.</returns>
        public string? PaymentOf(object[] row, Dictionary<string, string> ofInvoice) =>
            ValueOf(row, Name == Payments ? "Id" : "PaymentId") ?? (ValueOf(row, Name == Invoices ? "Id" : "InvoiceId") is { } invoice ? ofInvoice[invoice] : null);

        private string? ValueOf(object[] row, string column) =>
            Enumerable.Range(0, Columns.Count).Where(at => Columns[at] == column).Select(at => row[at] as string).FirstOrDefault();

        private static bool IsSame(object one, object other) =>
            one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : one.Equals(other);
    }
}

/// <param name="Values">Of its parameters <c>$0</c>, <c>$1</c> and so on.</param>
internal sealed record RowWrite(string Table, string Sql, object[] Values);
