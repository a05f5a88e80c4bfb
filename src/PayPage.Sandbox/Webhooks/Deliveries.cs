using Microsoft.Extensions.Options;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Webhooks;

/// <param name="Attempt">1 for the first try.</param>
internal sealed record Delivery(long Id, int Attempt, string EventId, string Url, string Body, string Secret, DateTimeOffset CreatedAt);

/// <summary>The rows of the outbox: who sends what, and what came of it.</summary>
internal sealed class Deliveries(Database database, Outbox outbox, IOptions<SandboxOptions> options, TimeProvider clock)
{
    /// <summary>A process that died while sending left leases behind; this process owns the file, so nobody is sending now.</summary>
    public Task ReleaseAllAsync(CancellationToken ct) => database.WriteAsync(
        s => s.Execute(
            "UPDATE deliveries SET leased = 0, due_at = $now WHERE leased = 1 AND ended_at IS NULL",
            ("$now", clock.GetUtcNow().Stored())),
        ct);

    /// <returns>Deliveries that are due, now leased to the caller.</returns>
    public async Task<List<long>> ClaimAsync(int limit, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (NextDue() is not { } next || next > now)
        {
            return [];
        }

        return await database.WriteAsync(
            s => s.Rows(
                """
                UPDATE deliveries SET leased = 1, attempts = attempts + 1, due_at = $lease
                WHERE id IN (SELECT id FROM deliveries WHERE ended_at IS NULL AND due_at <= $now ORDER BY due_at, id LIMIT $limit)
                RETURNING id
                """,
                row => row.Number("id"),
                ("$now", now.Stored()),
                ("$lease", (now + outbox.Lease).Stored()),
                ("$limit", limit)),
            ct);
    }

    /// <returns>Null when nothing waits.</returns>
    public DateTimeOffset? NextDue() => database.Read(s => s.Number("SELECT MIN(due_at) FROM deliveries WHERE ended_at IS NULL")) is { } due
        ? DateTimeOffset.FromUnixTimeMilliseconds(due)
        : null;

    public Delivery Find(long id) => database.Read(s => s.Rows(
        """
        SELECT d.id, d.attempts, e.id AS event_id, e.url, e.body, e.created_at, a.webhook_secret
        FROM deliveries d JOIN events e ON e.id = d.event_id JOIN accounts a ON a.id = e.account
        WHERE d.id = $id
        """,
        row => new Delivery(
            row.Number("id"),
            (int)row.Number("attempts"),
            row.Text("event_id"),
            row.Text("url"),
            row.Text("body"),
            row.Text("webhook_secret"),
            row.Instant("created_at")),
        ("$id", id)).Single());

    public Task EndAsync(Delivery delivery, CancellationToken ct) => database.WriteAsync(
        s => s.Execute(
            "UPDATE deliveries SET leased = 0, ended_at = $now WHERE id = $id AND attempts = $attempt",
            ("$id", delivery.Id),
            ("$attempt", delivery.Attempt),
            ("$now", clock.GetUtcNow().Stored())),
        ct);

    /// <summary>Tries again later, or gives up when the event is too old.</summary>
    /// <returns>False when it was given up.</returns>
    public async Task<bool> RetryAsync(Delivery delivery, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - delivery.CreatedAt >= options.Value.WebhookLifetime)
        {
            await EndAsync(delivery, ct);
            return false;
        }

        var waits = options.Value.WebhookRetries;
        var wait = waits[Math.Min(delivery.Attempt, waits.Count) - 1];
        await database.WriteAsync(
            s => s.Execute(
                "UPDATE deliveries SET leased = 0, due_at = $due WHERE id = $id AND attempts = $attempt AND ended_at IS NULL",
                ("$id", delivery.Id),
                ("$attempt", delivery.Attempt),
                ("$due", (now + wait).Stored())),
            ct);
        return true;
    }
}
