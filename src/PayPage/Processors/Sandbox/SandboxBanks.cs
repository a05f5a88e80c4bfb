using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Sandbox;

/// <summary>The sandbox's banks, asked for rarely: the pay page shows them at every view.</summary>
internal sealed class SandboxBanks(SandboxHttp http, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);

    private volatile Known _known = new([], DateTimeOffset.MinValue);

    /// <returns>Empty while the sandbox cannot be asked: then the payer chooses a bank over there.</returns>
    public async Task<IReadOnlyList<Bank>> AllAsync(ProcessorSecrets secrets, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (now < _known.AskAgainAt)
        {
            return _known.Banks;
        }

        if (_known.Banks.Count > 0)
        {
            _known = _known with { AskAgainAt = now + Patience };    // while one view asks, the others go on with the old list
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var answer = await http.GetAsync<SandboxPage<SandboxBank>>("sandbox/api/banks", secrets, patience.Token);

        _known = answer.Value?.Data is { } list
            ? new Known([.. list.SelectMany(bank => bank is { Code: { } code, Name: { } name } ? new[] { new Bank(code, name) } : [])], now + Fresh)
            : _known with { AskAgainAt = now + PauseAfterFailure };

        return _known.Banks;
    }

    private sealed record Known(IReadOnlyList<Bank> Banks, DateTimeOffset AskAgainAt);
}
