using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Reports;

namespace PayPage.UseCases.Reporting;

/// <summary>A merchant's saved reports, and what became of one. Reads only.</summary>
internal sealed class ShowSavedReports(PayPageDbContext db, ReadReport read)
{
    private const int MostRuns = 10;

    /// <summary>By name.</summary>
    public Task<List<SavedReport>> AllAsync(Caller caller, CancellationToken ct) =>
        db.SavedReports.AsNoTracking().Mine(caller).OrderBy(r => r.Name).ThenBy(r => r.CreatedAt).Take(SaveReport.Most).ToListAsync(ct);

    /// <returns>Null when the caller has no such report.</returns>
    public async Task<View?> OneAsync(SavedReportId id, Caller caller, CancellationToken ct)
    {
        if (await db.SavedReports.AsNoTracking().Mine(caller).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } report)
        {
            return null;
        }

        var runs = await db.ReportRuns.AsNoTracking().Where(r => r.ReportId == id).OrderByDescending(r => r.MadeAt).Take(MostRuns)
            .Select(r => new Run(
                r,
                db.Outbox.Count(m => m.ReportRunId == r.Id && m.SentAt != null),
                db.Outbox.Count(m => m.ReportRunId == r.Id && m.SentAt == null && m.DeadAt == null),
                db.Outbox.Count(m => m.ReportRunId == r.Id && m.DeadAt != null)))
            .ToListAsync(ct);

        return new View(report, SavedQuery.Read(read.Of(report.Kind), report.Query), runs);
    }

    /// <param name="Runs">The last ones, the newest first.</param>
    internal sealed record View(SavedReport Report, ReportWish Wish, IReadOnlyList<Run> Runs);

    /// <param name="Sent">To how many people it went.</param>
    /// <param name="Waiting">How many messages wait.</param>
    /// <param name="Lost">How many were given up.</param>
    internal sealed record Run(ReportRun Made, int Sent, int Waiting, int Lost);
}
