namespace PayPage.Sandbox.Payments;

/// <summary>What came of something a payer did.</summary>
internal abstract record PayerOutcome
{
    private PayerOutcome()
    {
    }

    /// <summary>Done with: paid, on its way, refused or canceled.</summary>
    internal sealed record Closed(Payment Payment) : PayerOutcome;

    /// <summary>The card wants 3-D Secure first.</summary>
    internal sealed record Challenged(Payment Payment) : PayerOutcome;

    /// <summary>Too late, or not what this payment waits for; nothing changed.</summary>
    internal sealed record NotOpen(Payment Payment) : PayerOutcome;

    /// <summary>A fault on order: the caller waited for nothing.</summary>
    internal sealed record TimedOut : PayerOutcome;

    /// <summary>A fault on order: an error 500.</summary>
    internal sealed record Broken : PayerOutcome;
}
