using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PayPage.Data;

namespace PayPage.Hosting;

/// <summary>Can this node serve payers: is the database there, and can it make and read tokens.</summary>
internal sealed class ReadinessCheck(PayPageDbContext db, IDataProtectionProvider protection) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await db.Merchants.AnyAsync(cancellationToken);
        var protector = protection.CreateProtector("PayPage.Health");

        return protector.Unprotect(protector.Protect([1])) is [1] ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
