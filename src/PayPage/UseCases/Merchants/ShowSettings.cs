using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Merchants;

/// <summary>All that a merchant can set, as it is now. Reads only.</summary>
internal sealed class ShowSettings(PayPageDbContext db, IOptions<PaymentLinkOptions> links)
{
    public async Task<View> HandleAsync(Caller caller, CancellationToken ct) => new(
        await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct),
        links.Value.OpenWindow);

    /// <param name="SiteWindow">How long a link works after a person first opened it, where the merchant says nothing else.</param>
    internal sealed record View(Merchant Merchant, TimeSpan SiteWindow);
}
