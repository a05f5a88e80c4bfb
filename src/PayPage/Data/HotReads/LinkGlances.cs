using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Data.HotReads;

/// <summary>Looks at a link in one round trip. Plain SQL that both databases understand, so that a view costs microseconds and not a millisecond.</summary>
/// <remarks>Only columns that decide something are named here. Everything else is read through the model, when a version says that it changed.</remarks>
internal sealed class LinkGlances(IDbContextFactory<PayPageDbContext> contexts) : IDisposable
{
    // More than this many never read at once for long: readers are few, for SQLite answers on the spot.
    private const int MostIdle = 16;

    private const string Sql = """
        SELECT l.Id, l.Version, l.Status, l.OpenedAt, l.LivesUntil, i.Version, i.Stage, i.Total, i.Paid, i.Reserved, m.Id, m.Version, p.Id, p.Version, p.Status
        FROM Links l
        JOIN Invoices i ON i.Id = l.InvoiceId
        JOIN Merchants m ON m.Id = l.MerchantId
        LEFT JOIN Payments p ON p.LinkId = l.Id
        WHERE l.SecretHash = @hash
        """;

    private readonly ConcurrentQueue<Prepared> _idle = new();

    /// <param name="hash">Of the link's secret.</param>
    /// <returns>Null when there is no such link.</returns>
    public async Task<LinkGlance?> LookAsync(byte[] hash, CancellationToken ct)
    {
        if (!_idle.TryDequeue(out var prepared))
        {
            prepared = new Prepared(await contexts.CreateDbContextAsync(ct));
        }

        try
        {
            var glance = await prepared.LookAsync(hash, ct);
            Keep(prepared);
            return glance;
        }
        catch
        {
            prepared.Dispose();    // nobody knows what state its connection is in
            throw;
        }
    }

    public void Dispose()
    {
        while (_idle.TryDequeue(out var prepared))
        {
            prepared.Dispose();
        }
    }

    private void Keep(Prepared prepared)
    {
        if (_idle.Count < MostIdle)
        {
            _idle.Enqueue(prepared);
        }
        else
        {
            prepared.Dispose();
        }
    }

    /// <summary>The statement, ready to run again. An embedded database stays open under it; a server's connection goes back to its own pool.</summary>
    private sealed class Prepared : IDisposable
    {
        private readonly PayPageDbContext _db;
        private readonly DbCommand _command;
        private readonly DbParameter _hash;

        public Prepared(PayPageDbContext db)
        {
            _db = db;
            _command = db.Database.GetDbConnection().CreateCommand();
            _command.CommandText = Sql;
            _hash = _command.CreateParameter();
            _hash.ParameterName = "@hash";
            _hash.DbType = DbType.Binary;
            _command.Parameters.Add(_hash);
        }

        public async Task<LinkGlance?> LookAsync(byte[] hash, CancellationToken ct)
        {
            _hash.Value = hash;

            if (_db is not SqliteDbContext)
            {
                // A server may be away for a moment: asked again as often as the model's own queries are.
                return await _db.Database.CreateExecutionStrategy().ExecuteAsync(OpenedAsync, ct);
            }

            if (_command.Connection?.State != ConnectionState.Open)
            {
                await _db.Database.OpenConnectionAsync(ct);
            }

            return await ReadAsync(ct);
        }

        public void Dispose()
        {
            _command.Dispose();
            _db.Dispose();
        }

        private async Task<LinkGlance?> OpenedAsync(CancellationToken ct)
        {
            await _db.Database.OpenConnectionAsync(ct);

            try
            {
                return await ReadAsync(ct);
            }
            finally
            {
                await _db.Database.CloseConnectionAsync();
            }
        }

        private async Task<LinkGlance?> ReadAsync(CancellationToken ct)
        {
            await using var rows = await _command.ExecuteReaderAsync(ct);
            LinkGlance? glance = null;

            while (await rows.ReadAsync(ct))
            {
                glance ??= Glance(rows);

                if (!rows.IsDBNull(12))
                {
                    glance.Payments.Add(new PaymentGlance(new PaymentId(rows.GetGuid(12)), rows.GetInt64(13), rows.GetString(14)));
                }
            }

            return glance;
        }

        private static LinkGlance Glance(DbDataReader row) => new()
        {
            Id = new LinkId(row.GetGuid(0)),
            LinkVersion = row.GetInt64(1),
            Status = row.GetString(2),
            OpenedAt = row.IsDBNull(3) ? null : row.GetDateTime(3),
            LivesUntil = row.GetDateTime(4),
            InvoiceVersion = row.GetInt64(5),
            Stage = row.GetString(6),
            Total = row.GetInt64(7),
            Paid = row.GetInt64(8),
            Reserved = row.GetInt64(9),
            MerchantId = new MerchantId(row.GetGuid(10)),
            MerchantVersion = row.GetInt64(11),
        };
    }
}
