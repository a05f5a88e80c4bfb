namespace PayPage.Sandbox.TestCards;

/// <summary>What goes wrong when a payment of some amount is created.</summary>
internal enum AmountFault
{
    None,
    HangBeforeCreate,
    HangAfterCreate,
    ErrorAfterCreate,
    Throttled,
    Unavailable,
}

/// <param name="LastDigits">The amount in minor units modulo <see cref="Modulus"/>.</param>
/// <param name="Does">One line for people.</param>
internal sealed record TestAmount(int LastDigits, AmountFault Fault, string Does)
{
    public const int Modulus = 100_000;
}
