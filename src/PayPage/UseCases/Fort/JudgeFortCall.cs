using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Fort;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Batches;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Fort;

/// <summary>Holds a call's parameters against the rules of a file's row, by the very same judge.</summary>
internal sealed class JudgeFortCall(RowBench bench, FindTakes findTakes)
{
    private static readonly FileColumns Columns = FileColumns.Read([.. FortColumns.All.Select(column => column.Name)], FileDialect.Fort).Columns
        ?? throw new InvariantException("The dialect's own columns cannot be read.");

    /// <param name="parameters">Those that are columns of the dialect's files; others are not looked at.</param>
    /// <returns>A refusal where the verdict holds no invoice, and only there.</returns>
    public async Task<(RowVerdict Verdict, FortAnswer? Refusal)> OfAsync(
        IReadOnlyDictionary<string, string> parameters, Merchant merchant, Caller caller, CancellationToken ct)
    {
        var row = new BatchRow { BatchId = default, Line = 1, HeadLine = 1, Cells = CellsOf(parameters), Key = "" };
        var verdict = bench.JudgeOf(Columns, FileFormat.OfFort, merchant, await findTakes.HandleAsync(caller, ct)).Judge([row]);

        return (verdict, verdict.Wanted is null ? FortFaults.Of([.. verdict.Faults.Values.SelectMany(faults => faults)], name => Columns.Cell(row.Cells, name)) : null);
    }

    public static FortParticulars ParticularsOf(IReadOnlyDictionary<string, string> parameters) => FortParticulars.Of(Columns, CellsOf(parameters));

    private static IReadOnlyList<string> CellsOf(IReadOnlyDictionary<string, string> parameters) =>
        [.. FortColumns.All.Select(column => parameters.TryGetValue(column.Name, out var value) ? value : "")];
}
