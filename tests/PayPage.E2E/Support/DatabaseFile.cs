using Microsoft.Data.Sqlite;

namespace PayPage.E2E.Support;

/// <summary>
/// The site's database, looked at from outside, for what no page and no API shows: is a link opened, what is held. What is written here has no door
/// of its own: a link's opening hour (nobody can wait 24 hours for a test), that it is closed or canceled, and a fault of the disk.
/// </summary>
internal sealed class DatabaseFile(string path)
{
    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();

    /// <summary>For who wants to read more of it.</summary>
    public string ConnectionString => _connection;

    /// <summary>As minutes after its death: what it had leased is free, and what is to be asked for is due. For a site that does not run.</summary>
    public async Task MinutesLaterAsync()
    {
        await ReadAsync("UPDATE Payments SET NextCheckAt = '2026-01-01 00:00:00' WHERE NextCheckAt IS NOT NULL", "");
        await ReadAsync("UPDATE Outbox SET LeasedUntil = NULL WHERE LeasedUntil IS NOT NULL", "");
        await ReadAsync("UPDATE WebhookDeliveries SET LeasedUntil = NULL WHERE LeasedUntil IS NOT NULL", "");
    }

    /// <summary>Of the first link of an invoice.</summary>
    public async Task<string> LinkStatusAsync(string number) => $"{await ReadAsync(
        "SELECT l.Status FROM Links l JOIN Invoices i ON i.Id = l.InvoiceId WHERE i.Number = $number ORDER BY l.CreatedAt LIMIT 1", number)}";

    /// <summary>Minor units that open payments hold.</summary>
    public async Task<long> ReservedAsync(string number) => (long)(await ReadAsync("SELECT Reserved FROM Invoices WHERE Number = $number", number) ?? 0L);

    /// <returns>How many invoices are addressed to somebody.</returns>
    public async Task<long> InvoicesToAsync(string email) => (long)(await ReadAsync("SELECT COUNT(*) FROM Invoices WHERE BillTo_Email = $number", email) ?? 0L);

    /// <summary>What the processor calls the payment of an invoice that has one.</summary>
    public async Task<string> ProcessorReferenceAsync(string number) => $"{await ReadAsync(
        "SELECT p.ProcessorReference FROM Payments p JOIN Invoices i ON i.Id = p.InvoiceId WHERE i.Number = $number", number)}";

    public async Task<long> PaymentsAsync(string number) => (long)(await ReadAsync(
        "SELECT COUNT(*) FROM Payments p JOIN Invoices i ON i.Id = p.InvoiceId WHERE i.Number = $number", number) ?? 0L);

    /// <summary>How many mails of a kind were promised, sent or not.</summary>
    public async Task<long> PromisedAsync(string number, string kind) => (long)(await ReadAsync(
        $"SELECT COUNT(*) FROM Outbox o JOIN Invoices i ON i.Id = o.InvoiceId WHERE i.Number = $number AND o.Kind = '{kind}'", number) ?? 0L);

    /// <summary>It is noon at the merchant's place, the invoice is due in so many days there, and today's round of reminders has not begun.</summary>
    public async Task RemindAtNoonAsync(string number, int daysLeft)
    {
        var now = DateTimeOffset.UtcNow;
        var ahead = 12 - now.Hour;
        var today = DateOnly.FromDateTime(now.AddHours(ahead).DateTime);
        await ReadAsync($"UPDATE Merchants SET TimeZone = 'Etc/GMT{(ahead > 0 ? "-" : "+")}{Math.Abs(ahead)}' RETURNING 1", "");    // named the other way round (POSIX)
        Assert.NotNull(await ReadAsync(
            $"UPDATE Invoices SET DueDate = '{today.AddDays(daysLeft):yyyy-MM-dd}', IssuedAt = '2026-01-01 00:00:00', Version = Version + 1 WHERE Number = $number RETURNING 1", number));
        Assert.NotNull(await ReadAsync(
            $"UPDATE ReminderRounds SET DoneThrough = '{today.AddDays(-1):yyyy-MM-dd}', RoundOf = NULL, PlaceDue = NULL, NextAt = '2026-01-01 00:00:00', Version = Version + 1 RETURNING 1", ""));
    }

    /// <summary>Makes all links of an invoice opened 25 hours ago: their window is over.</summary>
    public async Task OpenedYesterdayAsync(string number)
    {
        var rows = await ReadAsync(
            """
            UPDATE Links SET Status = 'Opened', OpenedAt = strftime('%Y-%m-%d %H:%M:%S', 'now', '-25 hours'), Version = Version + 1
            WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = $number) RETURNING 1
            """,
            number);
        Assert.NotNull(rows);
    }

    /// <summary>The code on the receipt of an invoice's first payment; null while there is none.</summary>
    public async Task<string?> ReceiptCodeAsync(string number) => await ReadAsync(
        "SELECT r.Code FROM Receipts r JOIN Invoices i ON i.Id = r.InvoiceId WHERE i.Number = $number ORDER BY r.Number LIMIT 1", number) as string;

    /// <summary>As somebody would who can write into the database and has no key.</summary>
    public async Task ForgeReceiptAsync(string number) => Assert.NotNull(await ReadAsync(
        "UPDATE Receipts SET Facts = replace(Facts, '.00', '.99') WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = $number) RETURNING 1", number));

    /// <summary>Closes all links of an invoice, as when it is settled by other means.</summary>
    public async Task CloseAsync(string number) => Assert.NotNull(await ReadAsync(
        "UPDATE Links SET Status = 'Closed', Version = Version + 1 WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = $number) RETURNING 1", number));

    /// <summary>As when the merchant cancels an invoice: from then on the API tells of no link.</summary>
    public async Task CancelAsync(string number)
    {
        Assert.NotNull(await ReadAsync("UPDATE Invoices SET Stage = 'Canceled', Version = Version + 1 WHERE Number = $number RETURNING 1", number));
        await CloseAsync(number);
    }

    /// <summary>Makes the first link of an invoice as good as new, beside the fresh one that was sent for it: now the invoice has two payers.</summary>
    public async Task ReviveAsync(string number) => Assert.NotNull(await ReadAsync(
        """
        UPDATE Links SET Status = 'Active', OpenedAt = NULL, Version = Version + 1
        WHERE Id = (SELECT l.Id FROM Links l JOIN Invoices i ON i.Id = l.InvoiceId WHERE i.Number = $number ORDER BY l.CreatedAt LIMIT 1) RETURNING 1
        """,
        number));

    /// <summary>What the site's secrets are sealed with.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync() =>
        ($"{await ReadAsync("SELECT group_concat(Xml, char(1)) FROM Keys", "")}").Split('\u0001');

    /// <summary>The demo merchant's newest account: from now on his payers pay through it, on his pay page. There is no door for it yet.</summary>
    public async Task<Guid> OpenStripeAccountAsync(string publicKey, string ownId, byte[] sealedSecrets)
    {
        var id = Guid.CreateVersion7();
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO Accounts (Id, MerchantId, Kind, Mode, Style, OwnId, PublicKey, SealedSecrets, CreatedAt, Version)
            SELECT $id, MerchantId, 'Stripe', 'Test', 'OnPage', $ownId, $publicKey, $secrets, '2099-01-01 00:00:00', 1 FROM Accounts LIMIT 1
            """;
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$ownId", ownId);
        command.Parameters.AddWithValue("$publicKey", publicKey);
        command.Parameters.AddWithValue("$secrets", sealedSecrets);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
        return id;
    }

    /// <summary>As when the disk fails: from now on no link can be read. For a site that nobody else uses.</summary>
    public Task BreakAsync() => ReadAsync("ALTER TABLE Links RENAME TO Lost", "");

    /// <summary>Before the file is deleted.</summary>
    public static void LetGo() => SqliteConnection.ClearAllPools();

    private async Task<object?> ReadAsync(string sql, string number)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$number", number);
        return await command.ExecuteScalarAsync();
    }
}
