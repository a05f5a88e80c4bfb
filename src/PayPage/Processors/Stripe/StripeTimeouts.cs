namespace PayPage.Processors.Stripe;

/// <summary>How long we wait for Stripe, all tries of one call together. Then the outcome counts as unknown, never as failed.</summary>
internal static class StripeTimeouts
{
    /// <summary>
    /// Opening an intent or a session: 15 s. Nothing is charged by it, so Stripe answers in well under a second; a payer waits; and it is shorter than
    /// <c>Payments:FirstCheck</c>, so that the reconcile worker never asks while we still wait for the first answer.
    /// </summary>
    public static readonly TimeSpan Open = TimeSpan.FromSeconds(15);

    /// <summary>Reading one object: 8 s. The payer's return page waits for it, and whoever asks asks again later.</summary>
    public static readonly TimeSpan Read = TimeSpan.FromSeconds(8);

    /// <summary>A page of a list: 15 s. Only workers ask for lists, and a page may hold 100 objects.</summary>
    public static readonly TimeSpan List = TimeSpan.FromSeconds(15);

    /// <summary>Cancelling an intent or ending a session: 10 s. A payer who starts again may wait for it; some kinds of payment ask a bank.</summary>
    public static readonly TimeSpan Cancel = TimeSpan.FromSeconds(10);

    /// <summary>A refund: 25 s. Nobody waits but a worker, Stripe may ask a bank, and an unknown refund costs a person's time.</summary>
    public static readonly TimeSpan Refund = TimeSpan.FromSeconds(25);

    /// <summary>Asking about the account: 10 s. A merchant waits who has just typed his key.</summary>
    public static readonly TimeSpan Check = TimeSpan.FromSeconds(10);
}
