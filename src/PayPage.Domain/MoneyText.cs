using System.Globalization;

namespace PayPage.Domain;

/// <summary>Money as people read it. The currency's own digits, never the culture's.</summary>
public static class MoneyText
{
    private static readonly Dictionary<string, string> Symbols = new() { ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥" };

    /// <summary>In English: <c>$2,623.64</c>, <c>¥1,000</c>, <c>KWD 5.120</c>.</summary>
    public static string Show(this Money money)
    {
        var units = money.Currency.UnitsPerOne;
        var whole = (Math.Abs(money.Minor) / units).ToString("N0", CultureInfo.InvariantCulture);
        var fraction = money.Currency.Digits == 0
            ? ""
            : $".{(Math.Abs(money.Minor) % units).ToString(CultureInfo.InvariantCulture).PadLeft(money.Currency.Digits, '0')}";
        var sign = money.Minor < 0 ? "-" : "";

        return Symbols.TryGetValue(money.Currency.Code, out var symbol)
            ? $"{sign}{symbol}{whole}{fraction}"
            : $"{sign}{money.Currency.Code} {whole}{fraction}";    // a space that does not break
    }
}
