using System.Globalization;
using System.Text;
using PayPage.Domain;
using PayPage.Domain.Invoices;

namespace PayPage.Wording;

/// <summary>Sums as readers of a language write them. The digits are the currency's own, never the language's; numerals are Latin everywhere.</summary>
internal static class WordsOfMoney
{
    private const int GroupLength = 3;
    private const char Minus = '−';

    /// <summary>In English <c>$2,623.64</c>, <c>¥1,000</c>, <c>KWD 5.120</c>; in German <c>2.623,64 $</c>.</summary>
    public static string Sum(this Words words, Money money)
    {
        var sum = words.Write(money.Currency, words.Localized(new Money(Math.Abs(money.Minor), money.Currency).Figure));
        return money.Minor < 0 ? $"{Minus}{sum}" : sum;
    }

    /// <summary>A unit price, which may be finer than the currency: at least its digits, at most six.</summary>
    public static string Price(this Words words, InvoiceLine line, Currency currency)
    {
        var least = new string('0', currency.Digits);
        var more = new string('#', InvoiceLine.PriceDigits - currency.Digits);
        var figure = (line.UnitPriceMicros / 1_000_000m).ToString($"0.{least}{more}", CultureInfo.InvariantCulture);
        return words.Write(currency, words.Localized(figure));
    }

    public static string Count(this Words words, long count) => words.Localized(count.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>8.25%</c>.</summary>
    public static string Percent(this Words words, Rate rate) => words.Phrase("Format.Percent").Fill(
        [("figure", words.Localized((rate.Value / 100_000m).ToString("0.#####", CultureInfo.InvariantCulture)))]);

    /// <summary>An amount as this language's keyboards write it, for an example: no groups.</summary>
    public static string Typed(this Words words, Money money) => money.Figure.Replace(".", words["Format.Decimal"], StringComparison.Ordinal);

    private static string Write(this Words words, Currency currency, string figure) => words.Symbols.TryGetValue(currency.Code, out var symbol)
        ? words.Phrase("Format.Money").Fill([("symbol", symbol), ("figure", figure)])
        : words.Phrase("Format.MoneyInCode").Fill([("code", currency.Code), ("figure", figure)]);

    /// <param name="figure">ASCII digits with at most one point.</param>
    private static string Localized(this Words words, string figure)
    {
        var point = figure.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? figure : figure[..point];
        var group = words["Format.Group"];
        var text = new StringBuilder();

        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % GroupLength == 0)
            {
                text.Append(group);
            }

            text.Append(whole[i]);
        }

        return point < 0 ? text.ToString() : text.Append(words["Format.Decimal"]).Append(figure, point + 1, figure.Length - point - 1).ToString();
    }
}
