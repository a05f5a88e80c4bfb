using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Home;

/// <summary>Why nobody could pay this merchant at this moment, whatever invoice he holds. Reads only.</summary>
internal sealed class FindShutDoors(FindAccount findAccount, IPaymentProcessors processors)
{
    /// <returns>Null when customers can pay, as far as we know.</returns>
    public async Task<ShutDoor?> HandleAsync(Caller caller, CancellationToken ct) =>
        await findAccount.OfMerchantAsync(caller.MerchantId, caller.Mode, ct) switch
        {
            null => new ShutDoor(null, null, null),
            { RefusedSince: { } since } account => new ShutDoor(account.Id, processors.Of(account.Kind).Name, since),
            _ => null,
        };
}

/// <param name="Account">Null: there is none in use.</param>
/// <param name="Processor">Which does not accept the key.</param>
internal sealed record ShutDoor(ProcessorAccountId? Account, string? Processor, DateTimeOffset? Since);
