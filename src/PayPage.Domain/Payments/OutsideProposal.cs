using System.Globalization;

namespace PayPage.Domain.Payments;

/// <summary>Money that came past us, as a colleague typed it.</summary>
/// <param name="Kind">The name of an <see cref="OutsideKind"/>.</param>
/// <param name="Number">Of the cheque or transfer; may be empty.</param>
/// <param name="ReceivedOn"><c>2026-11-22</c>, as browsers send dates.</param>
public sealed record OutsideProposal(string? Amount, string? Kind, string? Number, string? ReceivedOn)
{
    private const int MostYearsAgo = 5;

    /// <param name="currency">Of the invoice: in no other can it be paid.</param>
    /// <param name="today">At the merchant's place: money is not received tomorrow.</param>
    public OutsideReading Read(Currency currency, DateOnly today)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var amount = AmountText.Read(Amount, currency.Digits, commaToo: true);
        var number = FreeText.Clean(Number ?? "");
        var isDay = DateOnly.TryParseExact(ReceivedOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);

        if (amount.Fault is { } fault)
        {
            faults[nameof(Amount)] = Advice(fault, currency);
        }
        else if (amount.Value is 0 or > Money.MostMinor)
        {
            faults[nameof(Amount)] = "Write an amount of more than nothing that was really received.";
        }

        if (!Enum.TryParse<OutsideKind>(Kind, out var kind) || !Enum.IsDefined(kind))
        {
            faults[nameof(Kind)] = "Choose how the money came.";
        }

        if (number.Length > OutsideMeans.NumberLength)
        {
            faults[nameof(Number)] = string.Create(CultureInfo.InvariantCulture, $"Write at most {OutsideMeans.NumberLength} characters.");
        }
        else if (FreeText.HoldsACardNumber(number))
        {
            faults[nameof(Number)] = "This looks like a card number. Leave it out: card numbers must not be kept here.";
        }

        if (!isDay)
        {
            faults[nameof(ReceivedOn)] = "Write the day on which the money was received, for example 2026-11-22.";
        }
        else if (day > today)
        {
            faults[nameof(ReceivedOn)] = "This day has not come yet. Record the money when it is there.";
        }
        else if (day < today.AddYears(-MostYearsAgo))
        {
            faults[nameof(ReceivedOn)] = "This day is years ago. Is the year right?";
        }

        return faults.Count > 0
            ? new OutsideReading.Faulty(faults)
            : new OutsideReading.Read(amount.Value, new OutsideMeans(kind, number.Length > 0 ? number : null), day);
    }

    private static string Advice(AmountText.Fault fault, Currency currency) => fault switch
    {
        AmountText.Fault.Missing => "Write how much was received.",
        AmountText.Fault.TooManyDecimals when currency.Digits == 0 => $"Write the amount without decimals: {currency.Code} has none.",
        AmountText.Fault.TooManyDecimals => $"Write the amount with at most {currency.Digits} decimals.",
        AmountText.Fault.Ambiguous => "Write the amount without marks between thousands, for example 2500 or 2500.00.",
        AmountText.Fault.TooLarge => "This is too large for an amount.",
        AmountText.Fault.NotANumber or AmountText.Fault.Negative => "Write the amount with digits and one decimal point, for example 12.50.",
    };
}

/// <summary>What reading it came to.</summary>
public abstract record OutsideReading
{
    private OutsideReading()
    {
    }

    /// <param name="Amount">Minor units, more than 0.</param>
    public sealed record Read(long Amount, OutsideMeans Means, DateOnly ReceivedOn) : OutsideReading;

    /// <param name="Faults">What is wrong and what to do, by the name of the member of <see cref="OutsideProposal"/>.</param>
    public sealed record Faulty(IReadOnlyDictionary<string, string> Faults) : OutsideReading;
}
