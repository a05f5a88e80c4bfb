using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.Domain.Processors;

namespace PayPage.Hosting;

/// <summary>Says at the start what a database was restored without. The site runs all the same: new links work, and what is lost can only be replaced while it runs.</summary>
internal static partial class LostKeys
{
    public static async Task SayWhichKeysAreLostAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PayPageDbContext>();
        var tokens = scope.ServiceProvider.GetRequiredService<ILinkTokens>();
        var vault = scope.ServiceProvider.GetRequiredService<IProcessorVault>();

        // Keys are lost from the oldest on; the newest link tells whether all of them are.
        var live = db.Links.Where(l => LinkTransitions.Live.Contains(l.Status));
        var newest = await live.OrderByDescending(l => l.CreatedAt).Select(l => l.SealedAddress).FirstOrDefaultAsync();
        var oldest = await live.OrderBy(l => l.CreatedAt).Select(l => l.SealedAddress).FirstOrDefaultAsync();

        if (newest is not null && tokens.Unseal(newest) is null)
        {
            LogNoLinkOpens(app.Logger);
        }
        else if (oldest is not null && tokens.Unseal(oldest) is null)
        {
            LogSomeLinksDoNotOpen(app.Logger);
        }

        var accounts = await db.Accounts.AsNoTracking().Where(a => a.ClosedAt == null).Select(a => new { a.Id, a.SealedSecrets }).ToListAsync();

        foreach (var account in accounts.Where(a => vault.Unseal(a.SealedSecrets).AreLost))
        {
            LogAccountIsShut(app.Logger, account.Id);
        }
    }

    [LoggerMessage(3211, LogLevel.Error, "No link that is out can be opened: the keys in the table Keys are not those that made them, or the certificate that wraps them is missing. Restore the table Keys from the same backup as the links, and set DataProtection__CertificatePath (or DataProtection__PreviousCertificatePath) to the certificate of that time; then start again. If they are lost for good, send each open invoice again.")]
    private static partial void LogNoLinkOpens(ILogger log);

    [LoggerMessage(3212, LogLevel.Error, "Some links that are out cannot be opened: a key that made them is missing. Restore the table Keys whole, or set DataProtection__PreviousCertificatePath to the certificate of that time; then start again. If it is lost for good, send their invoices again.")]
    private static partial void LogSomeLinksDoNotOpen(ILogger log);

    [LoggerMessage(3213, LogLevel.Error, "The secrets of {AccountId} cannot be opened: the key that sealed them is lost. Nobody can pay through it until that key is restored, or the merchant pastes the processor's key anew in the settings.")]
    private static partial void LogAccountIsShut(ILogger log, ProcessorAccountId accountId);
}
