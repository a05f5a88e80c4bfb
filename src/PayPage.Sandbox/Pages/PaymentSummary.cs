using System.Globalization;
using PayPage.Sandbox.Payments;

namespace PayPage.Sandbox.Pages;

/// <summary>Who asks for how much: at the head of every page of a payment.</summary>
internal static class PaymentSummary
{
    /// <summary>For example <c>EUR 1,250.00</c>.</summary>
    public static string Amount(Payment payment)
    {
        decimal amount = payment.Amount;
        for (var i = 0; i < payment.Exponent; i++)
        {
            amount /= 10;
        }

        return $"{payment.Currency?.ToUpperInvariant()} {amount.ToString($"N{payment.Exponent}", CultureInfo.InvariantCulture)}";
    }

    public static Html Of(Payment payment) => Html.Of($"""
        <dl class="summary">
          <div><dt>To</dt><dd>{payment.MerchantName ?? "A merchant"}</dd></div>
          {Row("For", payment.Description)}
          <div><dt>Amount</dt><dd class="amount">{Amount(payment)}</dd></div>
        </dl>
        """);

    private static Html Row(string name, string? value) => string.IsNullOrEmpty(value)
        ? Html.Nothing
        : Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");
}
