namespace PayPage.Processors.Stripe;

internal static class StripeVersion
{
    /// <summary>
    /// The version of Stripe's API that everything here is written for, sent with every call. Not set by operators: another version is another
    /// language. It is the one that Stripe.net 53.1.0 is bound to, so that both implementations of <see cref="IStripeApi"/> hear the same.
    /// </summary>
    public const string Pinned = "2026-10-28.endive";
}
