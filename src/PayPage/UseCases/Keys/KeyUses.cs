using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Keys;

/// <summary>When keys last let somebody in, in memory until it is written down: a call that only reads writes nothing. One for the process.</summary>
/// <remarks>Bounded by the number of keys there are: only those that were proven are told of.</remarks>
internal sealed class KeyUses
{
    private readonly Lock _turn = new();
    private Dictionary<ApiKeyId, DateTimeOffset> _waiting = [];

    /// <summary>Returns at once.</summary>
    public void Tell(ApiKeyId key, DateTimeOffset at)
    {
        lock (_turn)
        {
            if (!_waiting.TryGetValue(key, out var known) || known < at)
            {
                _waiting[key] = at;
            }
        }
    }

    /// <returns>All that waits; it waits no more.</returns>
    public IReadOnlyDictionary<ApiKeyId, DateTimeOffset> Take()
    {
        lock (_turn)
        {
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }
}
