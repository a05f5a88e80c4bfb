namespace PayPage.Unit.StripeStandIn;

/// <summary>Numbers of cards and bank accounts that do something, mostly those of Stripe's own test mode. Any other number that is long enough succeeds.</summary>
public static class TestNumbers
{
    public const string Visa = "4242424242424242";
    public const string Mastercard = "5555555555554444";
    public const string Amex = "378282246310005";
    public const string Declined = "4000000000000002";
    public const string InsufficientFunds = "4000000000009995";
    public const string Expired = "4000000000000069";

    /// <summary>3-D Secure; approved there it succeeds.</summary>
    public const string NeedsApproval = "4000002500003155";

    /// <summary>3-D Secure; approved there the bank still declines.</summary>
    public const string ApprovedThenDeclined = "4000008400001629";

    /// <summary>Succeeds; a dispute is opened at once.</summary>
    public const string Disputed = "4000000000000259";

    /// <summary>Succeeds; refunds are pending until <see cref="StripeServer.SettleRefundAsync"/>.</summary>
    public const string SlowRefund = "4000000000007726";

    /// <summary>Succeeds; refunds succeed at first, and fail at <see cref="StripeServer.SettleRefundAsync"/>.</summary>
    public const string FailingRefund = "4000000000005126";

    /// <summary>A bank account: on its way until <see cref="StripeServer.SettleAsync"/>, then the money comes.</summary>
    public const string Iban = "AT321904300235473204";

    /// <summary>A bank account: on its way until <see cref="StripeServer.SettleAsync"/>, then it fails.</summary>
    public const string FailingIban = "AT861904300235473202";

    internal static Instrument Read(string number)
    {
        var plain = number.Replace(" ", "", StringComparison.Ordinal);

        return plain.Length < 12 ? throw new StripeRefusedException(402, "card_error", "incorrect_number", "Your card number is incorrect.", "number")
            : char.IsLetter(plain[0]) ? new Instrument("sepa_debit", plain, null, plain[^4..])
            : new Instrument("card", plain, plain[0] switch { '4' => "visa", '5' => "mastercard", '3' => "amex", _ => "discover" }, plain[^4..]);
    }

    /// <returns>Null where the bank says yes.</returns>
    internal static (string Code, string DeclineCode, string Message)? Refusal(string number) => number switch
    {
        Declined or ApprovedThenDeclined => ("card_declined", "generic_decline", "Your card was declined."),
        InsufficientFunds => ("card_declined", "insufficient_funds", "Your card has insufficient funds."),
        Expired => ("expired_card", "expired_card", "Your card has expired."),
        FailingIban => ("payment_method_provider_decline", "insufficient_funds", "The payment failed."),
        _ => null,
    };
}
