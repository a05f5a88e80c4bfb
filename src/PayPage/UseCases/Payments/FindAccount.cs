using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>The account through which an invoice's new payments go: the merchant's newest open one of the same mode.</summary>
internal sealed class FindAccount(PayPageDbContext db)
{
    /// <returns>Null when there is none: then the invoice cannot be paid here.</returns>
    public Task<ProcessorAccount?> HandleAsync(Invoice invoice, CancellationToken ct) => db.Accounts.AsNoTracking()
        .Where(a => a.MerchantId == invoice.MerchantId && a.Mode == invoice.Mode && a.ClosedAt == null)
        .OrderByDescending(a => a.CreatedAt)
        .FirstOrDefaultAsync(ct);
}
