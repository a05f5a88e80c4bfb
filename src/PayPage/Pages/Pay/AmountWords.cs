using System.Diagnostics;
using PayPage.Domain;
using PayPage.UseCases.Payments;

namespace PayPage.Pages.Pay;

/// <summary>Says what is wrong with an amount, and what to do.</summary>
internal static class AmountWords
{
    public static string Of(AmountText.Fault fault, Currency currency) => fault switch
    {
        AmountText.Fault.Missing => "Write the amount you want to pay.",
        AmountText.Fault.NotANumber => $"Write the amount in plain digits, for example {Example(currency)}.",
        AmountText.Fault.Negative => "The amount must be more than zero.",
        AmountText.Fault.TooManyDecimals when currency.Digits == 0 => $"{currency.Code} has no decimals: write for example {Example(currency)}.",
        AmountText.Fault.TooManyDecimals => $"Write at most {currency.Digits} decimals, for example {Example(currency)}.",
        AmountText.Fault.Ambiguous => $"Write the amount without a separator for thousands, for example {Example(currency)}.",
        AmountText.Fault.TooLarge => "That is more than is left to pay.",
    };

    public static string Of(AmountFault fault) => fault switch
    {
        AmountFault.NotPositive => "The amount must be more than zero.",
        AmountFault.NothingLeft => "Nothing is left to pay at the moment: another payment holds the rest.",
        AmountFault.MoreThanLeft more => $"That is more than is left to pay. You can pay up to {more.Available.Show()}.",
        AmountFault.BelowMinimum below => $"Pay at least {below.Minimum.Show()}.",
        AmountFault.LeavesTooLittle little =>
            $"That would leave less than {little.Minimum.Show()}, which nobody could pay. Pay all of it, or at most {little.Most.Show()}.",
        _ => throw new UnreachableException(),
    };

    private static string Example(Currency currency) => currency.Digits == 0 ? "1250" : $"12.{new string('5', 1).PadRight(currency.Digits, '0')}";
}
