using System.Globalization;

namespace PayPage.Domain.Payments;

/// <summary>Money to be given back, as a colleague typed it.</summary>
/// <param name="Reason">For colleagues; may be empty.</param>
public sealed record RefundProposal(string? Amount, string? Reason)
{
    /// <param name="most">What of the payment can still be given back.</param>
    /// <param name="commaToo">See <see cref="AmountText.Read"/>: true for people, false for machines.</param>
    public RefundReading Read(Money most, bool commaToo = true)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var amount = AmountText.Read(Amount, most.Currency.Digits, commaToo);
        var reason = FreeText.Clean(Reason ?? "");

        if (amount.Fault is { } fault)
        {
            faults[nameof(Amount)] = Advice(fault, most.Currency);
        }
        else if (amount.Value == 0)
        {
            faults[nameof(Amount)] = "Write an amount of more than nothing.";
        }

        if (reason.Length > Refund.ReasonLength)
        {
            faults[nameof(Reason)] = string.Create(CultureInfo.InvariantCulture, $"Write at most {Refund.ReasonLength} characters.");
        }
        else if (FreeText.HoldsACardNumber(reason))
        {
            faults[nameof(Reason)] = "This looks like a card number. Leave it out: card numbers must not be kept here.";
        }

        return faults.Count > 0
            ? new RefundReading.Faulty(faults)
            : new RefundReading.Read(amount.Value, reason.Length > 0 ? reason : null);
    }

    private static string Advice(AmountText.Fault fault, Currency currency) => fault switch
    {
        AmountText.Fault.Missing => "Write how much is to be given back.",
        AmountText.Fault.TooManyDecimals when currency.Digits == 0 => $"Write the amount without decimals: {currency.Code} has none.",
        AmountText.Fault.TooManyDecimals => $"Write the amount with at most {currency.Digits} decimals.",
        AmountText.Fault.Ambiguous => "Write the amount without marks between thousands, for example 2500 or 2500.00.",
        AmountText.Fault.TooLarge => "This is too large for an amount.",
        AmountText.Fault.NotANumber or AmountText.Fault.Negative => "Write the amount with digits and one decimal point, for example 12.50.",
    };
}

/// <summary>What reading it came to.</summary>
public abstract record RefundReading
{
    private RefundReading()
    {
    }

    /// <param name="Amount">Minor units, more than 0; perhaps more than can be given back.</param>
    /// <param name="Reason">Clean; null where none was typed.</param>
    public sealed record Read(long Amount, string? Reason) : RefundReading;

    /// <param name="Faults">What is wrong and what to do, by the name of the member of <see cref="RefundProposal"/>.</param>
    public sealed record Faulty(IReadOnlyDictionary<string, string> Faults) : RefundReading;
}
