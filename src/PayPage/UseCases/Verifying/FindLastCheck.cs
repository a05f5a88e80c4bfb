using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Verifying;

/// <summary>What the last check of the books found, for operators. Reads only.</summary>
internal sealed class FindLastCheck(PayPageDbContext db)
{
    /// <returns>Null where none has ended yet.</returns>
    public Task<BooksCheck?> HandleAsync(CancellationToken ct) => db.BooksChecks.AsNoTracking().Where(c => c.FinishedAt != null).OrderByDescending(c => c.Day).FirstOrDefaultAsync(ct);
}
