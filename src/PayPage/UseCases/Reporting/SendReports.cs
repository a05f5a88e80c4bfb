using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Reports;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Reporting;

/// <summary>Lets saved reports go out: those whose turn it is, and one that somebody asks for. What is in them is found when the mail is made.</summary>
internal sealed class SendReports(PayPageDbContext db, WriteSeam write, IdSource ids, TimeProvider clock)
{
    /// <summary>One report whose turn has come. Once for each day of its schedule, whoever tries, and once for all days that were missed.</summary>
    /// <returns>False when it is no report's turn.</returns>
    public async Task<bool> NextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (await db.SavedReports.AsNoTracking().Where(r => r.NextAt <= now).OrderBy(r => r.NextAt).Select(r => (SavedReportId?)r.Id).FirstOrDefaultAsync(ct) is not { } id)
        {
            return false;
        }

        await write.RunAsync((unit, token) => TakeTurnAsync(unit, id, now, token), ct);
        return true;
    }

    /// <summary>To whoever asks, and to nobody else: of the last finished period where it has a schedule, else of all days.</summary>
    /// <returns>False when the caller has no such report.</returns>
    public Task<bool> ToMeAsync(SavedReportId id, UserId me, ReportRunId run, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await unit.Db.SavedReports.Mine(caller).SingleOrDefaultAsync(r => r.Id == id, token) is not { } report)
            {
                return false;
            }

            if (!await unit.Db.ReportRuns.AnyAsync(r => r.Id == run, token))
            {
                var zone = await ZoneAsync(unit, report, token);
                var today = Domain.Merchants.LocalTime.DayOf(clock.GetUtcNow(), zone);
                Add(unit, report, run, $"{run}", report.Schedule is { } schedule ? schedule.PeriodOf(schedule.Cadence == ReportCadence.Monthly ? today : schedule.Last(today)) : (null, null));
                Promise(unit, report, run, $"report:{run}", me);
            }

            return true;
        },
        ct);

    private async Task TakeTurnAsync(Unit unit, SavedReportId id, DateTimeOffset now, CancellationToken ct)
    {
        var report = await unit.Db.SavedReports.SingleAsync(r => r.Id == id, ct);

        if (report.NextAt is not { } next || next > now || report.Schedule is not { } schedule)
        {
            return;    // another node was first, or somebody changed it meanwhile
        }

        if (report.TakeTurn(now, await ZoneAsync(unit, report, ct)) is not { } day)
        {
            return;
        }

        var key = ReportText.Day(day);

        if (await unit.Db.ReportRuns.AnyAsync(r => r.ReportId == id && r.Key == key, ct))
        {
            return;    // it went out that day by a schedule from before
        }

        var run = ReportRunId.New(ids);
        Add(unit, report, run, key, schedule.PeriodOf(day));

        for (var place = 0; place < report.Addresses().Count; place++)
        {
            Promise(unit, report, run, RecipientKey(run, place), null);
        }
    }

    /// <summary>A message names a place on the list and no address: who stands there is read when it is sent.</summary>
    public static string RecipientKey(ReportRunId run, int place) => place == 0 ? $"report:{run}" : $"report:{run}:{place + 1}";

    private void Add(Unit unit, SavedReport report, ReportRunId run, string key, (DateOnly? From, DateOnly? To) period) => unit.Db.ReportRuns.Add(new ReportRun
    {
        Id = run,
        MerchantId = report.MerchantId,
        ReportId = report.Id,
        Key = key,
        From = period.From,
        To = period.To,
        MadeAt = clock.GetUtcNow(),
    });

    private void Promise(Unit unit, SavedReport report, ReportRunId run, string key, UserId? to)
    {
        var now = clock.GetUtcNow();
        unit.Db.Outbox.Add(new OutboxMessage
        {
            Id = OutboxMessageId.New(ids),
            Key = key,
            Kind = OutboxKind.ReportMail,
            MerchantId = report.MerchantId,
            InvoiceId = null,
            UserId = to,
            ReportRunId = run,
            CreatedAt = now,
            DueAt = now,
        });
    }

    private static async Task<TimeZoneInfo> ZoneAsync(Unit unit, SavedReport report, CancellationToken ct) =>
        TimeZoneInfo.FindSystemTimeZoneById(await unit.Db.Merchants.Where(m => m.Id == report.MerchantId).Select(m => m.TimeZone).SingleAsync(ct));
}
