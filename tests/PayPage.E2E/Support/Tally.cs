using System.Data.Common;
using System.Globalization;

namespace PayPage.E2E.Support;

/// <summary>What the processor has and what the site's books say, read from both databases and laid side by side. It knows nothing of the site's own code.</summary>
internal sealed class Tally(Func<DbConnection> site, Func<DbConnection> sandbox)
{
    private const string Over = "('Succeeded', 'Failed', 'Canceled')";

    public async Task<IReadOnlyList<Movement>> CapturedAsync() => await ReadAsync(
        sandbox, "SELECT client_reference, status, amount FROM payments WHERE status = 'succeeded'", Movement.Of);

    public async Task<IReadOnlyList<Movement>> RecordedAsync() => await ReadAsync(
        site, "SELECT Id, Status, Amount_Minor FROM Payments WHERE Status = 'Succeeded' AND AccountId IS NOT NULL", Movement.Of);

    public async Task<IReadOnlyList<Movement>> RefundedThereAsync() => await ReadAsync(
        sandbox, "SELECT client_reference, status, amount FROM refunds WHERE status = 'succeeded'", Movement.Of);

    public async Task<IReadOnlyList<Movement>> RefundedHereAsync() => await ReadAsync(
        site, "SELECT Id, Status, Amount_Minor FROM Refunds WHERE Status = 'Succeeded' AND AccountId IS NOT NULL", Movement.Of);

    public Task<long> ReceiptsAsync() => CountAsync("SELECT COUNT(*) FROM Receipts");

    /// <summary>What is still on its way, in words; none once all has come to rest.</summary>
    public async Task<IReadOnlyList<string>> UnrestAsync() =>
    [
        .. await WrongAsync($"SELECT p.Id, p.Status FROM Payments p JOIN Invoices i ON i.Id = p.InvoiceId WHERE p.Status NOT IN {Over} AND i.Number NOT LIKE 'DEMO-%'", "is a payment that is"),
        .. await WrongAsync("SELECT Id, Status FROM Refunds WHERE Status IN ('Requested', 'Pending')", "is a refund that is"),
        .. await WrongAsync("SELECT Kind, LastError FROM Outbox WHERE SentAt IS NULL AND DeadAt IS NULL AND Kind NOT LIKE '%Deadline%'", "waits:"),
    ];

    public Task<long> OpenAtTheProcessorAsync() => CountAsync(sandbox, "SELECT COUNT(*) FROM payments WHERE status = 'processing'");

    /// <summary>In words; none when the books are right. Ask when all has come to rest.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync() =>
    [
        .. Compare("payment", await CapturedAsync(), await RecordedAsync()),
        .. Compare("refund", await RefundedThereAsync(), await RefundedHereAsync()),
        .. await WrongAsync(
            "SELECT Posting, SUM(Amount_Minor) FROM Ledger GROUP BY Posting HAVING SUM(Amount_Minor) <> 0", "does not balance, by"),
        .. await WrongAsync(
            """
            SELECT i.Number, i.Paid FROM Invoices i
            WHERE i.Paid <> -COALESCE((SELECT SUM(l.Amount_Minor) FROM Ledger l WHERE l.InvoiceId = i.Id AND l.Account = 'InvoicePaid'), 0)
            """,
            "says what its ledger does not say: paid"),
        .. await WrongAsync(
            """
            SELECT i.Number, i.Refunded FROM Invoices i
            WHERE i.Refunded <> COALESCE((SELECT SUM(l.Amount_Minor) FROM Ledger l WHERE l.InvoiceId = i.Id AND l.Account = 'InvoiceRefunded'), 0)
            """,
            "says what its ledger does not say: refunded"),
        .. await WrongAsync(
            """
            SELECT i.Number, i.Reserved FROM Invoices i
            WHERE i.Paid + i.Reserved > i.Total OR i.Reserved <> COALESCE((SELECT SUM(p.Amount_Minor) FROM Payments p
                WHERE p.InvoiceId = i.Id AND p.Status NOT IN ('Succeeded', 'Failed', 'Canceled')), 0)
            """,
            "is oversold or holds for nothing:"),
        .. await WrongAsync(
            """
            SELECT p.Reference, (SELECT COUNT(*) FROM Receipts r WHERE r.PaymentId = p.Id) FROM Payments p
            WHERE p.Status = 'Succeeded' AND (SELECT COUNT(*) FROM Receipts r WHERE r.PaymentId = p.Id) <> 1
            """,
            "has so many receipts:"),
        .. await WrongAsync(
            """
            SELECT p.Reference, (SELECT COUNT(*) FROM Outbox o WHERE o.PaymentId = p.Id AND o.Kind = 'ReceiptMail' AND o.SentAt IS NOT NULL) FROM Payments p
            WHERE p.Status = 'Succeeded' AND p.AccountId IS NOT NULL
              AND (SELECT COUNT(*) FROM Outbox o WHERE o.PaymentId = p.Id AND o.Kind = 'ReceiptMail' AND o.SentAt IS NOT NULL) <> 1
            """,
            "has so many receipts sent:"),
        .. await WrongAsync(
            """
            SELECT p.Reference, (SELECT COUNT(*) FROM Outbox o WHERE o.PaymentId = p.Id AND o.Kind = 'ConfirmationMail' AND o.SentAt IS NOT NULL) FROM Payments p
            WHERE p.Status = 'Succeeded' AND p.AccountId IS NOT NULL
              AND (SELECT COUNT(*) FROM Outbox o WHERE o.PaymentId = p.Id AND o.Kind = 'ConfirmationMail' AND o.SentAt IS NOT NULL) <> 1
            """,
            "has so many confirmations sent:"),
    ];

    /// <summary>Of an invoice: the status of each payment, oldest first.</summary>
    public async Task<IReadOnlyList<string>> PaymentsOfAsync(string number) => await ReadAsync(
        site, $"SELECT p.Status FROM Payments p JOIN Invoices i ON i.Id = p.InvoiceId WHERE i.Number = '{number}' ORDER BY p.PreparedAt", row => row.GetString(0));

    /// <summary>The same at the processor, tombstones of what never came included.</summary>
    public async Task<IReadOnlyList<string>> ThereOfAsync(string number)
    {
        var ids = await ReadAsync(site, $"SELECT p.Id FROM Payments p JOIN Invoices i ON i.Id = p.InvoiceId WHERE i.Number = '{number}' ORDER BY p.PreparedAt", row => Movement.Plain($"{row.GetValue(0)}"));
        var there = await ReadAsync(sandbox, "SELECT client_reference, status, amount FROM payments", Movement.Of);
        return [.. ids.Select(id => there.FirstOrDefault(m => m.Id == id)?.Status ?? "none")];
    }

    /// <summary>References of all money that is in the books.</summary>
    public async Task<HashSet<string>> ReferencesAsync() =>
        [.. await ReadAsync(site, "SELECT Reference FROM Payments WHERE Status = 'Succeeded'", row => row.GetString(0))];

    /// <summary>For what only time would do. While nobody runs.</summary>
    public Task WriteAsync(params string[] sql) => WriteAsync(site, sql);

    /// <summary>The same at the processor.</summary>
    public Task WriteThereAsync(params string[] sql) => WriteAsync(sandbox, sql);

    public Task<long> CountAsync(string sql) => CountAsync(site, sql);

    private static IEnumerable<string> Compare(string what, IReadOnlyList<Movement> there, IReadOnlyList<Movement> here)
    {
        var known = here.ToLookup(m => m.Id);
        var real = there.ToLookup(m => m.Id);
        return there.Where(m => known[m.Id].Count() != 1 || known[m.Id].Single().Minor != m.Minor).Select(m => $"The processor has the {what} {m.Id} over {m.Minor}; the books have {known[m.Id].Count()}.")
            .Concat(here.Where(m => !real.Contains(m.Id)).Select(m => $"The books have the {what} {m.Id} over {m.Minor}; the processor has not."));
    }

    private static async Task<long> CountAsync(Func<DbConnection> from, string sql) =>
        (await ReadAsync(from, sql, row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture))).Single();

    private async Task<IEnumerable<string>> WrongAsync(string sql, string words) =>
        await ReadAsync(site, sql, row => $"{row.GetValue(0)} {words} {row.GetValue(1)}");

    private static async Task WriteAsync(Func<DbConnection> to, string[] sql)
    {
        foreach (var command in sql)
        {
            await ReadAsync(to, command, row => 0);
        }
    }

    private static async Task<List<T>> ReadAsync<T>(Func<DbConnection> from, string sql, Func<DbDataReader, T> read)
    {
        await using var connection = from();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // every word of it stands in this folder
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();

        while (await rows.ReadAsync())
        {
            found.Add(read(rows));
        }

        return found;
    }
}

/// <param name="Id">Ours, without its prefix and dashes.</param>
/// <param name="Minor">Minor units.</param>
internal sealed record Movement(string Id, string Status, long Minor)
{
    public static Movement Of(DbDataReader row) => new(Plain($"{row.GetValue(0)}"), row.GetString(1), row.GetInt64(2));

    public static string Plain(string id) => id.Split('_')[^1].Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
