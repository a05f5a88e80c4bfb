using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>What one comparison has found so far.</summary>
internal sealed class Findings
{
    private readonly SortedDictionary<string, ComparedSums> _sums = new(StringComparer.Ordinal);

    public List<FoundDifference> Differences { get; } = [];

    /// <summary>What was behind here and is in the books now, by its id.</summary>
    public List<string> Healed { get; } = [];

    /// <summary>The processor's names of all that it listed.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Refunds of money that we do not know.</summary>
    public List<Movement.Back> Orphans { get; } = [];

    /// <summary>The processor's names of money that was a difference before, and all went back there.</summary>
    public HashSet<string> WentBack { get; } = new(StringComparer.Ordinal);

    /// <summary>Why not everything was compared; null while everything was.</summary>
    public string? Why { get; private set; }

    public IReadOnlyList<ComparedSums> Sums => [.. _sums.Values];

    public void Miss(string why) => Why ??= why;

    public void CountThere(Movement movement) => Count(movement.Amount, sums => movement switch
    {
        Movement.In => sums with { PaymentsThere = sums.PaymentsThere + 1, PaidThere = sums.PaidThere + movement.Amount.Minor },
        Movement.Back { State: RefundState.Succeeded } => sums with { RefundsThere = sums.RefundsThere + 1, BackThere = sums.BackThere + movement.Amount.Minor },
        _ => sums,
    });

    public void CountPaymentHere(Money amount) => Count(amount, sums => sums with { PaymentsHere = sums.PaymentsHere + 1, PaidHere = sums.PaidHere + amount.Minor });

    public void CountRefundHere(Money amount) => Count(amount, sums => sums with { RefundsHere = sums.RefundsHere + 1, BackHere = sums.BackHere + amount.Minor });

    private void Count(Money amount, Func<ComparedSums, ComparedSums> count) =>
        _sums[amount.Currency.Code] = count(_sums.GetValueOrDefault(amount.Currency.Code) ?? new ComparedSums(amount.Currency.Code));
}
