using System.Collections.Concurrent;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Payments;

/// <summary>Remembers for a moment how a merchant's payers can pay, so that not every view opens the account's secrets.</summary>
/// <remarks>Comfort only: whether a payment may go to a bank is decided when it is begun, by the account and by the processor.</remarks>
internal sealed class KnownWays(TimeProvider clock)
{
    private const int MostMerchants = 1_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    // While one view asks again, the others go on with the old list.
    private static readonly TimeSpan WhileOneAsks = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(MerchantId, Mode, Currency), Known> _known = new();

    /// <returns>Null when the caller should ask, and keep what he hears.</returns>
    public WaysToPay? Of(MerchantId merchant, Mode mode, Currency currency)
    {
        if (!_known.TryGetValue((merchant, mode, currency), out var known))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return now < known.AskAgainAt || !_known.TryUpdate((merchant, mode, currency), known with { AskAgainAt = now + WhileOneAsks }, known)
            ? known.Ways
            : null;
    }

    /// <returns>The same. Not kept are those of which something is not known now.</returns>
    public WaysToPay Keep(MerchantId merchant, Mode mode, Currency currency, WaysToPay ways)
    {
        if (ways.ForgetsSoon)
        {
            _known.TryRemove((merchant, mode, currency), out _);
            return ways;
        }

        if (_known.Count >= MostMerchants)
        {
            _known.Clear();
        }

        _known[(merchant, mode, currency)] = new Known(ways, clock.GetUtcNow() + Fresh);
        return ways;
    }

    /// <summary>The merchant takes money another way from now on. Other nodes hear of it when what they know is no longer fresh.</summary>
    public void Forget(MerchantId merchant)
    {
        foreach (var key in _known.Keys.Where(key => key.Item1 == merchant))
        {
            _known.TryRemove(key, out _);
        }
    }

    private sealed record Known(WaysToPay Ways, DateTimeOffset AskAgainAt);
}
