using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>One seeded site, with its administrator at work.</summary>
public sealed class OfficeFixture : IAsyncLifetime
{
    internal RunningSite Site { get; } = new();

    internal MerchantId Merchant { get; private set; }

    internal Colleague Admin { get; private set; } = null!;    // set before any test runs

    public async ValueTask InitializeAsync()
    {
        using var browser = await Site.ReadyBrowserAsync(CancellationToken.None);
        await using var db = Site.OpenDatabase();
        Merchant = await db.Merchants.Select(m => m.Id).SingleAsync(CancellationToken.None);
        Admin = await Colleague.HiredAsync(Site, Merchant, Role.Admin, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Site.DisposeAsync();
    }
}
