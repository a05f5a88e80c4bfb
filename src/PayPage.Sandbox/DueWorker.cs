using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayPage.Sandbox.Disputes;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Refunds;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox;

/// <summary>Does what time brings: open payments expire, processing ones settle, pending refunds end, unanswered disputes are lost.</summary>
internal sealed partial class DueWorker(
    Database database,
    MovePayment move,
    CreateRefund refunds,
    MoveDispute disputes,
    IOptions<SandboxOptions> options,
    TimeProvider clock,
    ILogger<DueWorker> logger) : BackgroundService
{
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();    // the first touch of the file does not hold up the start

        while (true)
        {
            var wait = options.Value.PollInterval;
            try
            {
                await RunOnceAsync(stoppingToken);
                wait = UntilNext(wait);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogTrouble(e);
            }

            await database.DueBell.WaitAsync(wait, clock, stoppingToken);
        }
    }

    internal async Task RunOnceAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        foreach (var id in database.Read(s => PaymentShelf.Overdue(s, now, Batch)))
        {
            await database.WriteAsync(s => move.Try(s, id, PaymentStatus.Expired), ct);
        }

        foreach (var (id, to, reason) in database.Read(s => PaymentShelf.ToSettle(s, now, Batch)))
        {
            await database.WriteAsync(s => move.Try(s, id, to, new Move { DeclineReason = reason }), ct);
        }

        foreach (var (refund, to) in database.Read(s => RefundShelf.ToSettle(s, now, Batch)))
        {
            await database.WriteAsync(
                s =>
                {
                    refunds.Settle(s, refund, to);
                    return true;
                },
                ct);
        }

        foreach (var dispute in database.Read(s => DisputeShelf.Unanswered(s, now, Batch)))
        {
            await database.WriteAsync(
                s =>
                {
                    disputes.EndUnanswered(s, dispute.Id);
                    return true;
                },
                ct);
        }
    }

    private TimeSpan UntilNext(TimeSpan atMost)
    {
        var next = database.Read(s => s.Number(
            """
            SELECT MIN(at) FROM (
                SELECT MIN(expires_at) AS at FROM payments WHERE status = 'open'
                UNION ALL SELECT MIN(settle_at) FROM payments WHERE status = 'processing'
                UNION ALL SELECT MIN(evidence_due_by) FROM disputes
                UNION ALL SELECT MIN(settle_at) FROM refunds WHERE status = 'pending')
            """));
        var wait = next is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) - clock.GetUtcNow() : atMost;
        return wait > atMost ? atMost : wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1);
    }

    [LoggerMessage(7020, LogLevel.Error, "The sandbox could not do what was due.")]
    private partial void LogTrouble(Exception e);
}
