using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Batches;

/// <summary>Holds the next rows of a file against the rules, and against each other and what is there already.</summary>
internal sealed class JudgeBatch(ClaimBatch claim, RowBench bench, FindTakes findTakes, TellOfBatch tell, TimeProvider clock)
{
    private const int RowsPerUnit = 200;

    /// <summary>One unit of work.</summary>
    /// <returns>False when there is nothing more to do, or the lease was lost.</returns>
    public async Task<bool> NextAsync(Unit unit, ClaimBatch.Lease lease, CancellationToken ct)
    {
        if (await claim.HoldAsync(unit, lease, ct) is not { } batch)
        {
            return false;
        }

        var groups = await NextRows.OfAsync(unit.Db, batch, RowsPerUnit, ct);

        if (groups.Count == 0)
        {
            batch.FinishJudging(clock.GetUtcNow());
            await tell.OfValidationAsync(unit, batch, ct);
            return false;
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == batch.MerchantId, ct);
        var judge = bench.JudgeOf(batch, merchant, await findTakes.HandleAsync(unit.Db, new Caller(batch.MerchantId, batch.Mode, batch.Actor), ct));
        var judged = groups.Select(rows => (Rows: rows, Verdict: judge.Judge(rows))).ToList();
        var doubles = await DoublesAsync(unit, batch, judged, ct);

        foreach (var (rows, verdict) in judged)
        {
            Settle(rows, verdict, doubles.GetValueOrDefault(rows[0].Line));
        }

        int Rows(BatchRowState state) => groups.SelectMany(rows => rows).Count(row => row.State == state);
        int Invoices(BatchRowState state) => groups.Count(rows => rows[0].State == state);
        batch.CountJudged(
            groups[^1][^1].Line, Rows(BatchRowState.Good), Rows(BatchRowState.Bad), Invoices(BatchRowState.Good), Invoices(BatchRowState.Bad));
        return true;
    }

    /// <summary>One bad row makes its whole invoice bad: nobody wants half of one.</summary>
    private static void Settle(IReadOnlyList<BatchRow> rows, RowVerdict verdict, RowFault? twice)
    {
        var faults = rows.ToDictionary(
            row => row,
            row => (IReadOnlyList<RowFault>)[.. row.Faults, .. verdict.Faults.GetValueOrDefault(row.Line, []), .. row.IsHead && twice is not null ? [twice] : Array.Empty<RowFault>()]);
        var first = rows.FirstOrDefault(row => faults[row].Count > 0);

        foreach (var row in rows)
        {
            if (first is null)
            {
                row.Approve(row.IsHead && verdict.Wanted is { } wanted ? new Money(wanted.Amounts.Total, wanted.Currency) : null, row.IsHead ? KeyOf(row, verdict) : null);
            }
            else
            {
                row.Disapprove(faults[row].Count > 0 ? faults[row] : [Along(first.Line)]);
            }
        }
    }

    /// <returns>By the first line of the invoice: why it would be there twice.</returns>
    private static async Task<Dictionary<int, RowFault>> DoublesAsync(
        Unit unit, Batch batch, IReadOnlyList<(IReadOnlyList<BatchRow> Rows, RowVerdict Verdict)> judged, CancellationToken ct)
    {
        var keys = judged.Select(j => KeyOf(j.Rows[0], j.Verdict)).Distinct().ToList();
        var firsts = await unit.Db.BatchRows.AsNoTracking()
            .Where(r => r.BatchId == batch.Id && r.Line == r.HeadLine && keys.Contains(r.Key))
            .GroupBy(r => r.Key)
            .Select(same => new { same.Key, Line = same.Min(r => r.Line) })
            .ToDictionaryAsync(same => same.Key, same => same.Line, ct);
        var numbers = judged.Select(j => j.Verdict.Wanted?.Number).OfType<string>().ToList();
        var mine = unit.Db.Invoices.Where(i => i.MerchantId == batch.MerchantId && i.Mode == batch.Mode);
        var taken = (await mine.Where(i => numbers.Contains(i.Number)).Select(i => i.Number).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var creationKeys = keys.Select(RowKey.CreationKey).OfType<string>().ToList();
        var made = await mine.Where(i => creationKeys.Contains(i.CreationKey!)).ToDictionaryAsync(i => i.CreationKey!, i => i.Number, ct);
        var columns = RowBench.ColumnsOf(batch);
        var numberColumn = columns.NameOf(FileColumns.Of(columns.Dialect).First(column => column.Field == ProposalFields.Number));
        var doubles = new Dictionary<int, RowFault>();

        foreach (var (rows, verdict) in judged)
        {
            var (line, key) = (rows[0].Line, KeyOf(rows[0], verdict));

            if (firsts.TryGetValue(key, out var first) && first < line)
            {
                doubles[line] = Again(key, first, numberColumn);
                continue;
            }

            firsts[key] = line;    // for those below it in this slice

            if (verdict.Wanted?.Number is { } number && taken.Contains(number))
            {
                doubles[line] = new RowFault(numberColumn, ProposalFields.Number, "You have an invoice with this number already. Numbers are unique.");
            }
            else if (RowKey.CreationKey(key) is { } creationKey && made.TryGetValue(creationKey, out var before))
            {
                doubles[line] = Whole($"A row that says exactly the same has become invoice {before} before. If both are meant, give this one a number.");
            }
        }

        return doubles;
    }

    /// <summary>What is good is known by what it says, not by how the file wrote it.</summary>
    private static string KeyOf(BatchRow head, RowVerdict verdict) => verdict.Wanted is { } wanted ? RowKey.Of(wanted) : head.Key;

    private static RowFault Again(string key, int first, string numberColumn) => RowKey.CreationKey(key) is null
        ? new RowFault(numberColumn, ProposalFields.Number, string.Create(CultureInfo.InvariantCulture, $"Line {first} has this number too. Numbers are unique; the lines of one invoice stand directly below each other, at most 30 of them."))
        : Whole(string.Create(CultureInfo.InvariantCulture, $"Line {first} says exactly the same. If both are meant, give each a number of its own."));

    private static RowFault Along(int line) =>
        Whole(string.Create(CultureInfo.InvariantCulture, $"Line {line} belongs to the same invoice and has a mistake: an invoice is made whole or not at all."));

    private static RowFault Whole(string message) => new(null, null, message);
}
