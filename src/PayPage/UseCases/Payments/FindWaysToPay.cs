using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>By whom an invoice can be paid, and from which banks. Reads only.</summary>
internal sealed class FindWaysToPay(FindAccount findAccount, IPaymentProcessors processors, IProcessorVault vault, KnownWays known)
{
    public async Task<WaysToPay> HandleAsync(Invoice invoice, CancellationToken ct)
    {
        if (known.Of(invoice.MerchantId, invoice.Mode) is { } ways)
        {
            return ways;
        }

        if (await findAccount.HandleAsync(invoice, ct) is not { } account)
        {
            return WaysToPay.None;
        }

        var processor = processors.Of(account.Kind);
        var banks = await processor.BanksAsync(ProcessorAccess.To(account, vault), ct);
        return known.Keep(invoice.MerchantId, invoice.Mode, new WaysToPay(processor.Name, banks));
    }
}

/// <param name="Processor">As payers know it.</param>
/// <param name="Banks">Empty when they are not known now: then the payer chooses at the processor.</param>
internal sealed record WaysToPay(string Processor, IReadOnlyList<Bank> Banks)
{
    public static readonly WaysToPay None = new("", []);
}
