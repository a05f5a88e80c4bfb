using System.Diagnostics;
using PayPage.Domain;
using PayPage.UseCases.Payments;
using PayPage.Wording;

namespace PayPage.Pages.Pay;

/// <summary>Says what is wrong with an amount, and what to do.</summary>
internal static class AmountWords
{
    private const long ExampleUnits = 125;

    public static string Of(AmountText.Fault fault, Currency currency, Words words)
    {
        var example = ("example", Example(currency, words));

        return fault switch
        {
            AmountText.Fault.Missing => words["Fault.AmountMissing"],
            AmountText.Fault.NotANumber => words.Say("Fault.AmountNotANumber", example),
            AmountText.Fault.Negative => words["Fault.AmountNotPositive"],
            AmountText.Fault.TooManyDecimals when currency.Digits == 0 => words.Say("Fault.AmountNoDecimals", ("currency", currency.Code), example),
            AmountText.Fault.TooManyDecimals => words.Say("Fault.AmountDecimals", example),
            AmountText.Fault.Ambiguous => words.Say("Fault.AmountThousands", example),
            AmountText.Fault.TooLarge => words["Fault.AmountTooLarge"],
        };
    }

    public static string Of(AmountFault fault, Words words) => fault switch
    {
        AmountFault.NotPositive => words["Fault.AmountNotPositive"],
        AmountFault.NothingLeft => words["Fault.NothingLeft"],
        AmountFault.MoreThanLeft more => words.Say("Fault.MoreThanLeft", ("amount", words.Sum(more.Available))),
        AmountFault.BelowMinimum below => words.Say("Fault.BelowMinimum", ("amount", words.Sum(below.Minimum))),
        AmountFault.NotAStep step => words.Say("Fault.AmountStep", ("step", words.Sum(step.Step))),
        AmountFault.LeavesTooLittle little =>
            words.Say("Fault.LeavesTooLittle", ("minimum", words.Sum(little.Minimum)), ("most", words.Sum(little.Most))),
        _ => throw new UnreachableException(),
    };

    /// <summary>An amount as one types it: <c>12.50</c>, <c>125</c>, <c>12,500</c> in KWD and German.</summary>
    public static string Example(Currency currency, Words words) =>
        words.Typed(new Money(currency.Digits == 0 ? ExampleUnits : ExampleUnits * currency.UnitsPerOne / 10, currency));
}
