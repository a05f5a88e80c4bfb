using PayPage.Domain;
using PayPage.Domain.Payments;

namespace PayPage.Pages.Pay;

internal static class SameWish
{
    /// <summary>Whether what was posted is what an open payment is about. Nothing is judged here: what cannot be read is not the same.</summary>
    public static bool AsksFor(this PayInput input, Payment payment) =>
        AmountOf(input, payment.Amount.Currency) == payment.Amount.Minor && AddressOf(input) == payment.ReceiptEmail && SaysOfHimself(input, payment);

    /// <summary>What was not asked when it was begun is not looked at: the merchant may have begun to ask since.</summary>
    private static bool SaysOfHimself(PayInput input, Payment payment) =>
        (payment.PayerPhone is not { } phone || (PhoneNumber.TryParse(PayerQuestions.Plain(input.Phone), out var typed) && typed == phone))
        && (payment.ShipTo is not { } there || there == new ShippingAddress(
            Text(input.Ship.Name) ?? "", Text(input.Ship.Line1) ?? "", Text(input.Ship.Line2), Text(input.Ship.City) ?? "", Text(input.Ship.Region),
            Text(input.Ship.PostalCode), Text(input.Ship.Country) ?? ""));

    private static string? Text(string? typed) => PayerQuestions.Plain(typed) is { Length: > 0 } text ? text : null;

    private static long? AmountOf(PayInput input, Currency currency) => input.Choice switch
    {
        PayInput.Full => input.Shown,
        PayInput.Other when AmountText.Read(LatinDigits.Of(input.Amount), currency.Digits, commaToo: true) is { Fault: null } read => read.Value,
        _ => null,
    };

    private static string? AddressOf(PayInput input)
    {
        var typed = input.ReceiptEmail?.Trim();
        return string.IsNullOrEmpty(typed) ? null : EmailAddress.TryParse(typed, out var address) ? address : typed;
    }
}
