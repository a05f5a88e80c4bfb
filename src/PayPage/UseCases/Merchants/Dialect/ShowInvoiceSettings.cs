using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants.Dialect;

/// <summary>A merchant's settings as Visa Acceptance's dialect knows them. Reads only.</summary>
internal sealed class ShowInvoiceSettings(PayPageDbContext db)
{
    public async Task<View> HandleAsync(Caller caller, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var logo = merchant.Logo is { } hash
            ? await db.Logos.AsNoTracking().SingleOrDefaultAsync(l => l.MerchantId == merchant.Id && l.Hash == hash, ct)
            : null;

        return new View(merchant, InvoiceSettings.Of(merchant), logo, InvoiceSettings.StampOf(merchant));
    }

    /// <param name="Logo">The picture; null where there is none.</param>
    /// <param name="Stamp">Changes whenever one of the settings does, and not with the merchant's other doings.</param>
    internal sealed record View(Merchant Merchant, InvoiceSettings Settings, MerchantLogo? Logo, string Stamp);
}
