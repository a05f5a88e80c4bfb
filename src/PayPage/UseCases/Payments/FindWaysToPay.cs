using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>By whom an invoice can be paid, where, and from which banks. Reads only.</summary>
internal sealed class FindWaysToPay(
    FindAccount findAccount, IPaymentProcessors processors, IEnumerable<IPageForms> forms, IProcessorVault vault, KnownWays known)
{
    public async Task<WaysToPay> HandleAsync(Invoice invoice, CancellationToken ct)
    {
        if (known.Of(invoice.MerchantId, invoice.Mode, invoice.Currency) is { } ways)
        {
            return ways;
        }

        if (await findAccount.HandleAsync(invoice, ct) is not { } account)
        {
            return WaysToPay.None;
        }

        var processor = processors.Of(account.Kind);
        var banks = await processor.BanksAsync(ProcessorAccess.To(account, vault), ct);
        return known.Keep(invoice.MerchantId, invoice.Mode, invoice.Currency, new WaysToPay(processor.Name, banks)
        {
            Form = account is { Style: CheckoutStyle.OnPage, PublicKey: { } key }
                ? forms.FirstOrDefault(f => f.Kind == account.Kind)?.Of(key, invoice.Currency)
                : null,
            ForgetsSoon = banks.Count == 0 && account.Kind == ProcessorKind.Sandbox,    // all others ask for the bank themselves
        });
    }
}

/// <param name="Processor">As payers know it.</param>
/// <param name="Banks">Empty when they are not known now: then the payer chooses at the processor.</param>
internal sealed record WaysToPay(string Processor, IReadOnlyList<Bank> Banks)
{
    public static readonly WaysToPay None = new("", []);

    /// <summary>In which the payer gives his details on our page; null where he does so at the processor's alone.</summary>
    public PageForm? Form { get; init; }

    /// <summary>Something is not known now that the next look may tell.</summary>
    public bool ForgetsSoon { get; init; }
}
