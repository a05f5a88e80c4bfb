using System.Globalization;
using PayPage.Sandbox.TestCards;

namespace PayPage.Sandbox.Pages;

/// <summary>The test table, for people.</summary>
internal static class Tables
{
    public static Html Cards() => Html.Of($"""
        <table>
          <thead><tr><th scope="col">Card number</th><th scope="col">What happens</th></tr></thead>
          <tbody>{Html.Join(TestTable.Cards.Select(c => Row(c.Grouped, c.Does)))}</tbody>
        </table>
        """);

    public static Html Amounts() => Html.Of($"""
        <table>
          <thead><tr><th scope="col">Last five digits</th><th scope="col">What happens</th></tr></thead>
          <tbody>{Html.Join(TestTable.Amounts.Select(a => Row(a.LastDigits.ToString(CultureInfo.InvariantCulture), a.Does)))}</tbody>
        </table>
        """);

    private static Html Row(string what, string does) =>
        Html.Of($"""<tr><th scope="row" class="number">{what}</th><td>{does}</td></tr>""");
}
