using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>The account through which an invoice's new payments go: of the same mode, the one that the merchant put in use last.</summary>
internal sealed class FindAccount(PayPageDbContext db)
{
    /// <returns>Null when there is none: then the invoice cannot be paid here.</returns>
    public Task<ProcessorAccount?> HandleAsync(Invoice invoice, CancellationToken ct) => OfMerchantAsync(invoice.MerchantId, invoice.Mode, ct);

    public Task<ProcessorAccount?> OfMerchantAsync(MerchantId merchant, Mode mode, CancellationToken ct) =>
        InUse(db.Accounts.AsNoTracking(), merchant, mode).FirstOrDefaultAsync(ct);

    /// <returns>The first is the one.</returns>
    internal static IQueryable<ProcessorAccount> InUse(IQueryable<ProcessorAccount> accounts, MerchantId merchant, Mode mode) => accounts
        .Where(a => a.MerchantId == merchant && a.Mode == mode && a.ClosedAt == null && !a.IsDraft)
        .OrderByDescending(a => a.UsedSince ?? a.CreatedAt).ThenByDescending(a => a.Id);
}
