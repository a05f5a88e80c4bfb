namespace PayPage.Unit.StripeStandIn;

/// <summary>Remembers the first answer to each key, errors 500 included, as Stripe does for 24 hours and more.</summary>
public sealed class Idempotency
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _kept = [];

    /// <summary>Keys seen, with the number of calls that brought each.</summary>
    public IReadOnlyDictionary<string, int> Seen
    {
        get
        {
            lock (_gate)
            {
                return _kept.ToDictionary(k => k.Key, k => k.Value.Calls, StringComparer.Ordinal);
            }
        }
    }

    /// <returns>The stored answer; null: go on, and <see cref="Keep"/> or <see cref="Forget"/> it.</returns>
    /// <exception cref="StripeRefusedException">The key is at work, or was used with other parameters.</exception>
    internal (int Status, string Body)? Begin(string key, string fingerprint)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out var kept))
            {
                _kept[key] = new Kept(fingerprint) { Calls = 1 };
                return null;
            }

            kept.Calls++;

            return kept.Fingerprint != fingerprint
                ? throw new StripeRefusedException(400, "idempotency_error", null, $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}'.")
                : kept.Answer ?? throw new StripeRefusedException(409, "idempotency_error", "idempotency_key_in_use", "There is currently another in-progress request using this key.");
        }
    }

    internal void Keep(string key, int status, string body)
    {
        lock (_gate)
        {
            _kept[key].Answer = (status, body);
        }
    }

    internal void Forget(string key)
    {
        lock (_gate)
        {
            _kept.Remove(key);
        }
    }

    private sealed class Kept(string fingerprint)
    {
        public string Fingerprint { get; } = fingerprint;

        public int Calls { get; set; }

        public (int Status, string Body)? Answer { get; set; }
    }
}
