using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PayPage.Data;
using PayPage.Domain.Links;

namespace PayPage.Hosting;

/// <summary>Can this node serve payers: is the database there, and can it make and read tokens.</summary>
internal sealed class ReadinessCheck(PayPageDbContext db, IDataProtectionProvider protection, ILinkTokens tokens) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await db.Merchants.AnyAsync(cancellationToken);
        var protector = protection.CreateProtector("PayPage.Health");

        // A fresh key always works. Whether the keys of links that are out can be read shows only on one of those.
        var stored = await db.Links.OrderBy(l => l.CreatedAt).Select(l => l.SealedAddress).FirstOrDefaultAsync(cancellationToken);

        return protector.Unprotect(protector.Protect([1])) is not [1] ? HealthCheckResult.Unhealthy("Tokens cannot be made.")
            : stored is not null && tokens.Unseal(stored) is null ? HealthCheckResult.Unhealthy("The keys of links that are out cannot be read: is a certificate missing?")
            : HealthCheckResult.Healthy();
    }
}
