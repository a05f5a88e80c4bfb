using System.Diagnostics;
using System.Runtime.CompilerServices;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Reads an account's statement at its processor, page by page. Changes nothing there.</summary>
internal sealed class ReadStatement(IPaymentProcessors processors, IProcessorVault vault, HearOfKey hearOfKey)
{
    // 400,000 movements of Stripe's. Whoever has more in a few days asks for fewer days.
    private const int MostPages = 4000;

    /// <returns>One page after the other; the last one is <see cref="StatementPage.NoAnswer"/> where not all could be had.</returns>
    public async IAsyncEnumerable<StatementPage> HandleAsync(ProcessorAccount account, StatementWindow window, [EnumeratorCancellation] CancellationToken ct)
    {
        var access = ProcessorAccess.To(account, vault);
        string? after = null;

        for (var i = 0; i < MostPages; i++)
        {
            var page = await processors.Of(account.Kind).StatementAsync(window, after, access, ct);

            if (page is not StatementPage.NoAnswer { KeyRefused: false })
            {
                await hearOfKey.HandleAsync(account, page is StatementPage.NoAnswer, CancellationToken.None);
            }

            yield return page;

            switch (page)
            {
                case StatementPage.Listed { Next: { } next }:
                    after = next;
                    break;
                case StatementPage.Listed or StatementPage.NoAnswer:
                    yield break;
                default:
                    throw new UnreachableException();
            }
        }

        yield return new StatementPage.NoAnswer();
    }
}
