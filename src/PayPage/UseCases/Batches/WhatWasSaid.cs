using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>A word from the merchant, or from the first row of a file of rejected rows, which stands in place of what the file seemed to say.</summary>
internal static class WhatWasSaid
{
    public static string Of(DecimalMark mark) => mark switch
    {
        DecimalMark.Point => "It was said that decimals stand behind a point.",
        DecimalMark.Comma => "It was said that decimals stand behind a comma.",
    };

    public static string Of(DateOrder order) => order switch
    {
        DateOrder.YearFirst => "It was said that the year stands first.",
        DateOrder.DayFirst => "It was said that the day stands first.",
        DateOrder.MonthFirst => "It was said that the month stands first.",
    };

    public static string Of(AmountUnit unit) => unit switch
    {
        AmountUnit.Major => "It was said that 12.50 is twelve and a half.",
        AmountUnit.Minor => "It was said that amounts count the smallest unit: 1250 is 12.50.",
    };
}
