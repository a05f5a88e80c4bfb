using PayPage.Domain.Payments;

namespace PayPage.Domain.Merchants;

public enum StrayMoneyPolicy
{
    /// <summary>What the balance has room for pays it; the rest waits in <c>OverpaymentOwed</c> for the merchant to decide.</summary>
    Keep,

    /// <summary>It goes back, once. Of money that is too much, what the invoice had room for stays.</summary>
    Refund,
}

/// <summary>What becomes of money that nobody expected any more, case by case.</summary>
#pragma warning disable CA1720 // see StrayMoney.Double
public readonly record struct StrayPolicies(StrayMoneyPolicy Late, StrayMoneyPolicy Double, StrayMoneyPolicy Over, StrayMoneyPolicy AfterCancel)
#pragma warning restore CA1720
{
    public const int TextLength = 30;

    private const char Comma = ',';

    public static StrayPolicies All(StrayMoneyPolicy policy) => new(policy, policy, policy, policy);

    /// <exception cref="InvariantException">Money that was expected needs no policy.</exception>
    public StrayMoneyPolicy For(StrayMoney stray) => stray switch
    {
        StrayMoney.Late => Late,
        StrayMoney.Double => Double,
        StrayMoney.Over => Over,
        StrayMoney.AfterCancel => AfterCancel,
        StrayMoney.None => throw new InvariantException("Money that was expected needs no policy."),
    };

    /// <summary>One word where all are the same, as it was before there were four; else four, in the order of the members.</summary>
    public override string ToString() => this == All(Late) ? $"{Late}" : $"{Late},{Double},{Over},{AfterCancel}";

    /// <param name="text">As <see cref="ToString"/> writes it.</param>
    /// <exception cref="FormatException">Something else.</exception>
    public static StrayPolicies Parse(string text) => text.Split(Comma) is [var all]
        ? All(Read(all))
        : text.Split(Comma) is [var late, var twice, var over, var canceled]
            ? new StrayPolicies(Read(late), Read(twice), Read(over), Read(canceled))
            : throw new FormatException($"'{text}' says nothing of four cases.");

    private static StrayMoneyPolicy Read(string word) => word switch
    {
        nameof(StrayMoneyPolicy.Keep) => StrayMoneyPolicy.Keep,
        nameof(StrayMoneyPolicy.Refund) => StrayMoneyPolicy.Refund,
        _ => throw new FormatException($"'{word}' is no policy."),
    };
}
