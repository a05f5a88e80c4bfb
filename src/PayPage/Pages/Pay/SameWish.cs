using PayPage.Domain;
using PayPage.Domain.Payments;

namespace PayPage.Pages.Pay;

internal static class SameWish
{
    /// <summary>Whether what was posted is what an open payment is about. Nothing is judged here: what cannot be read is not the same.</summary>
    public static bool AsksFor(this PayInput input, Payment payment) =>
        AmountOf(input, payment.Amount.Currency) == payment.Amount.Minor && AddressOf(input) == payment.ReceiptEmail;

    private static long? AmountOf(PayInput input, Currency currency) => input.Choice switch
    {
        PayInput.Full => input.Shown,
        PayInput.Other when AmountText.Read(PayInput.Latin(input.Amount), currency.Digits, commaToo: true) is { Fault: null } read => read.Value,
        _ => null,
    };

    private static string? AddressOf(PayInput input)
    {
        var typed = input.ReceiptEmail?.Trim();
        return string.IsNullOrEmpty(typed) ? null : EmailAddress.TryParse(typed, out var address) ? address : typed;
    }
}
