using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>A word from the merchant, which stands in place of what the file seemed to say.</summary>
internal static class WhatWasSaid
{
    public static string Of(DecimalMark mark) => mark switch
    {
        DecimalMark.Point => "You said that decimals stand behind a point.",
        DecimalMark.Comma => "You said that decimals stand behind a comma.",
    };

    public static string Of(DateOrder order) => order switch
    {
        DateOrder.YearFirst => "You said that the year stands first.",
        DateOrder.DayFirst => "You said that the day stands first.",
        DateOrder.MonthFirst => "You said that the month stands first.",
    };

    public static string Of(AmountUnit unit) => unit switch
    {
        AmountUnit.Major => "You said that 12.50 is twelve and a half.",
        AmountUnit.Minor => "You said that amounts count the smallest unit: 1250 is 12.50.",
    };
}
