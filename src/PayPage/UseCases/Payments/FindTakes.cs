using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>What a merchant's processor can take, for whoever judges a new invoice. Reads only.</summary>
internal sealed class FindTakes(FindAccount findAccount, IPaymentProcessors processors)
{
    /// <returns>Anything, where there is no account: then nothing can be paid here, and the page says so.</returns>
    public Task<Takes> HandleAsync(Caller caller, CancellationToken ct) => HandleAsync(findAccount.OfMerchantAsync(caller.MerchantId, caller.Mode, ct));

    /// <param name="db">Of a unit that is being run.</param>
    public Task<Takes> HandleAsync(PayPageDbContext db, Caller caller, CancellationToken ct) =>
        HandleAsync(FindAccount.InUse(db.Accounts.AsNoTracking(), caller.MerchantId, caller.Mode).FirstOrDefaultAsync(ct));

    private async Task<Takes> HandleAsync(Task<ProcessorAccount?> found)
    {
        if (await found is not { } account)
        {
            return Takes.Anything;
        }

        var processor = processors.Of(account.Kind);
        return new Takes(processor.Name, processor.LimitsOf);
    }
}
