using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Reports;

namespace PayPage.UseCases.Reporting;

/// <summary>Keeps a report under a name, for all who may see reports; and takes one away.</summary>
internal sealed class SaveReport(WriteSeam write, ReadReport read, TimeProvider clock)
{
    /// <summary>Nobody finds his own among more.</summary>
    public const int Most = 50;

    /// <summary>Safe to repeat: the id comes with the wish.</summary>
    /// <param name="wish">Its days are not kept: whoever opens the report chooses them, and a schedule has its own.</param>
    public async Task<Outcome> HandleAsync(SavedReportId id, string? name, ReportWish wish, Caller caller, CancellationToken ct)
    {
        var typed = new TypedFields();
        var called = typed.Text("Name", name, SavedReport.NameLength);
        var query = SavedQuery.Write(read.Of(wish.Kind), wish);

        if (called is null)
        {
            typed.Refuse("Name", "Write a name, such as “Paid last month”.");
        }

        if (query.Length > SavedReport.QueryLength)
        {
            typed.Refuse("Name", "This report has too long a search to be kept. Look for fewer words.");
        }

        return typed.AreSound
            ? await write.RunAsync((unit, token) => SaveAsync(unit, id, called!, query, wish.Kind, caller, token), ct)    // never null where all is sound
            : new Outcome.Faulty(typed.Faults);
    }

    /// <summary>May be repeated.</summary>
    /// <returns>False when the caller has no such report.</returns>
    public Task<bool> RemoveAsync(SavedReportId id, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var report = await unit.Db.SavedReports.Mine(caller).SingleOrDefaultAsync(r => r.Id == id, token);
            report?.Remove(clock.GetUtcNow());
            return report is not null;
        },
        ct);

    private async Task<Outcome> SaveAsync(
        Unit unit, SavedReportId id, string name, string query, ReportKind kind, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.SavedReports.AnyAsync(r => r.Id == id, ct))
        {
            return new Outcome.Saved();
        }

        if (await unit.Db.SavedReports.Mine(caller).CountAsync(ct) >= Most)
        {
            return new Outcome.Faulty(new Dictionary<string, string> { ["Name"] = $"There are {Most} saved reports already. Remove one that nobody needs." });
        }

        unit.Db.SavedReports.Add(new SavedReport
        {
            Id = id,
            MerchantId = caller.MerchantId,
            Mode = caller.Mode,
            Kind = kind,
            Name = name,
            Query = query,
            SavedBy = caller.Actor,
            CreatedAt = clock.GetUtcNow(),
        });
        return new Outcome.Saved();
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Saved : Outcome;

        /// <summary>Nothing was written.</summary>
        /// <param name="Messages">What is wrong and what to do, by the field's name.</param>
        internal sealed record Faulty(IReadOnlyDictionary<string, string> Messages) : Outcome;
    }
}

internal static class MySavedReports
{
    public static IQueryable<SavedReport> Mine(this IQueryable<SavedReport> reports, Caller caller) =>
        reports.Where(r => r.MerchantId == caller.MerchantId && r.Mode == caller.Mode && r.RemovedAt == null);
}
