using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Team;

namespace PayPage.UseCases.Reconciliation;

/// <summary>In what a merchant's books differ from his processors', and what was compared last. Reads only.</summary>
internal sealed class ListDifferences(PayPageDbContext db, IPaymentProcessors processors, NameActors nameActors)
{
    /// <summary>Of each list.</summary>
    internal const int Most = 100;

    private const int Runs = 8;
    private const int Settled = 10;

    public async Task<View> HandleAsync(Caller caller, CancellationToken ct)
    {
        var own = db.Differences.AsNoTracking().Where(d => d.MerchantId == caller.MerchantId && d.Mode == caller.Mode);
        var open = own.Where(d => DifferenceTransitions.Waiting.Contains(d.State));
        var ours = open.Where(d => DifferenceTransitions.Ours.Contains(d.Kind));
        var theirs = open.Where(d => !DifferenceTransitions.Ours.Contains(d.Kind));
        var runs = await db.Comparisons.AsNoTracking()
            .Where(c => c.MerchantId == caller.MerchantId && c.Mode == caller.Mode)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Runs).ToListAsync(ct);
        var kinds = await db.Accounts.Where(a => a.MerchantId == caller.MerchantId).Select(a => new { a.Id, a.Kind }).ToDictionaryAsync(a => a.Id, a => a.Kind, ct);

        return new View(
            await RowsAsync(theirs.OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(Most), ct),
            await RowsAsync(ours.OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(Most), ct),
            await RowsAsync(own.Where(d => d.ClosedAt != null).OrderByDescending(d => d.ClosedAt).ThenByDescending(d => d.Id).Take(Settled), ct),
            runs,
            kinds.ToDictionary(k => k.Key, k => processors.Of(k.Value).Name),
            await nameActors.HandleAsync(runs.Select(r => r.Actor), caller, ct));
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(IQueryable<Difference> differences, CancellationToken ct)
    {
        var all = await differences.ToListAsync(ct);
        PaymentId[] about = [.. all.Select(d => d.PaymentId).OfType<PaymentId>()];
        var numbers = await db.Payments.Where(p => about.Contains(p.Id)).Join(db.Invoices, p => p.InvoiceId, i => i.Id, (p, i) => new { p.Id, i.Number }).ToDictionaryAsync(p => p.Id, p => p.Number, ct);
        return [.. all.OrderByDescending(d => d.ClosedAt ?? d.At).ThenByDescending(d => d.Id.Value).Select(d => new Row(d, d.PaymentId is { } id ? numbers.GetValueOrDefault(id) : null))];
    }

    /// <param name="Theirs">Money at the processor that nobody knows.</param>
    /// <param name="Ours">Money in the books that the processor does not have so.</param>
    /// <param name="Settled">What was settled last.</param>
    /// <param name="Processors">Names, by account.</param>
    /// <param name="Actors">Who wanted the runs.</param>
    internal sealed record View(
        IReadOnlyList<Row> Theirs, IReadOnlyList<Row> Ours, IReadOnlyList<Row> Settled, IReadOnlyList<Comparison> Runs,
        IReadOnlyDictionary<ProcessorAccountId, string> Processors, IReadOnlyDictionary<string, ActorName> Actors);

    /// <param name="Number">Of the invoice that it is about; null where it is about none.</param>
    internal sealed record Row(Difference Difference, string? Number);
}
