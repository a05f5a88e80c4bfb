using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Processors;

internal sealed class InstalledProcessors(IEnumerable<IPaymentProcessor> all) : IPaymentProcessors
{
    private readonly Dictionary<ProcessorKind, IPaymentProcessor> _all = all.ToDictionary(p => p.Kind);

    public IPaymentProcessor Of(ProcessorKind kind) =>
        _all.TryGetValue(kind, out var processor) ? processor : throw new InvariantException($"There is no {kind} processor here.");
}
