using PayPage.Domain.Payments;
using PayPage.Wording;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Payments as colleagues speak of them.</summary>
internal static class PaymentWords
{
    public static string How(Payment payment, Words words) => words.Instrument(payment.Instrument) ?? payment.Method switch
    {
        PaymentMethod.Card => "Card",
        PaymentMethod.Bank => "Bank",
        PaymentMethod.Outside => "Outside",
    };

    /// <returns>Null for money that came as it should.</returns>
    public static string? Stray(StrayMoney stray) => stray switch
    {
        StrayMoney.None => null,
        StrayMoney.Late => "It came after the payment had been given up.",
        StrayMoney.AfterCancel => "It came after the invoice was canceled.",
        StrayMoney.Over => "It is more than was due.",
        StrayMoney.Double => "The invoice had no room for it any more.",
    };
}
