using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant's picture, by its address. Public: it stands on pages and in mails.</summary>
internal sealed class ShowLogo(PayPageDbContext db)
{
    /// <returns>Null when there is none at that address.</returns>
    public Task<MerchantLogo?> HandleAsync(string hash, CancellationToken ct) =>
        db.Logos.AsNoTracking().Where(l => l.Hash == hash).OrderBy(l => l.MerchantId).FirstOrDefaultAsync(ct);
}
