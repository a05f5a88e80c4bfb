using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>The banks that a payer of this invoice can choose from. Reads only.</summary>
internal sealed class ListBanks(FindAccount findAccount, IPaymentProcessors processors, IProcessorVault vault, KnownBanks known)
{
    /// <returns>Empty when they are not known now: then the payer chooses at the processor.</returns>
    public async Task<IReadOnlyList<Bank>> HandleAsync(Invoice invoice, CancellationToken ct)
    {
        if (known.Of(invoice.MerchantId, invoice.Mode) is { } banks)
        {
            return banks;
        }

        return await findAccount.HandleAsync(invoice, ct) is { } account
            ? known.Keep(invoice.MerchantId, invoice.Mode, await processors.Of(account.Kind).BanksAsync(vault.Unseal(account.SealedSecrets), ct))
            : [];
    }
}
