namespace PayPage.Domain.Payments;

public enum PaymentMethod
{
    Card,

    /// <summary>The payer approves it at their bank; the money may take days.</summary>
    Bank,

    /// <summary>Cash, cheque or a transfer that went past us: a person recorded it.</summary>
    Outside,
}
