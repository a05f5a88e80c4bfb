using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Links;

namespace PayPage.Hosting;

/// <summary>Can this node serve payers: is the database there, can it be written to, and can it make and read tokens.</summary>
internal sealed class ReadinessCheck(
    PayPageDbContext db, WriteSeam write, IDataProtectionProvider protection, ILinkTokens tokens, RandomBytes random, TimeProvider clock, IConfiguration configuration) : IHealthCheck
{
    // On a disk with less a small commit may still go through and the next one not.
    private const long LeastFreeBytes = 1024 * 1024;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await TroubleAsync(cancellationToken) is { } trouble)
        {
            return HealthCheckResult.Unhealthy(trouble);
        }

        var protector = protection.CreateProtector("PayPage.Health");

        // A fresh key always works. Whether the keys of links that are out can be read shows only on one of those.
        var stored = await db.Links.OrderBy(l => l.CreatedAt).Select(l => l.SealedAddress).FirstOrDefaultAsync(cancellationToken);

        return protector.Unprotect(protector.Protect([1])) is not [1] ? HealthCheckResult.Unhealthy("Tokens cannot be made.")
            : stored is not null && tokens.Unseal(stored) is null ? HealthCheckResult.Unhealthy("The keys of links that are out cannot be read: is a certificate missing?")
            : HealthCheckResult.Healthy();
    }

    /// <summary>The state in one word and, where it is not well, why. Our own sentences only: an exception's words may hold an address.</summary>
    public static Task SayWhyAsync(HttpContext context, HealthReport report)
    {
        var why = string.Join(' ', report.Entries.Values.Where(e => e.Status != HealthStatus.Healthy).Select(e => e.Exception is null ? e.Description : "The database cannot be asked."));
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(why.Length == 0 ? $"{report.Status}" : $"{report.Status}: {why}");
    }

    /// <summary>Reading is tried each time. Writing is tried only when it failed the last time: nobody else may do it while a balancer keeps payers away.</summary>
    private async Task<string?> TroubleAsync(CancellationToken ct)
    {
        try
        {
            await db.Merchants.AnyAsync(ct);

            if (write.Trouble is not null)
            {
                var mark = new CommitMark { Id = new Guid(random(16)), At = clock.GetUtcNow() };    // swept within a day
                await write.RunAsync((unit, _) => { unit.Db.CommitMarks.Add(mark); return Task.CompletedTask; }, ct);
            }

            return db is SqliteDbContext && new DriveInfo(DataRegistration.DataDirectory(configuration)).AvailableFreeSpace < LeastFreeBytes
                ? "There is no space left on the disk of the data directory, or less than 1 MB."
                : null;
        }
        catch (Exception e) when (StoreFault.Of(e) is not null)
        {
            return StoreFault.Of(e);
        }
        catch (StoreBusyException)
        {
            return write.Trouble;
        }
    }
}
