using System.Diagnostics;
using PayPage.Domain.Invoices;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>What came of sending.</summary>
internal static class SendWords
{
    public static string Of(SendInvoice.Outcome outcome) => outcome switch
    {
        SendInvoice.Outcome.Sent => "It is on its way. What becomes of it stands in the history.",
        SendInvoice.Outcome.SentAMomentAgo => "It was sent a moment ago: nothing was sent a second time.",
        SendInvoice.Outcome.Renewed => "There is a fresh link. Nothing was sent: hand it over yourself.",
        SendInvoice.Outcome.StillWorks => "The link works, so no other was made.",
        SendInvoice.Outcome.Paid => "Nothing was sent: the invoice is paid.",
        SendInvoice.Outcome.Canceled => "Nothing was sent: the invoice is canceled.",
        SendInvoice.Outcome.Expired => "Nothing was sent: the invoice's expiration date is over, so no link would work. Change the date first.",
        SendInvoice.Outcome.NoAddress => "Nothing was sent: there is no e-mail address.",
        SendInvoice.Outcome.NoNumber => "Nothing was sent: there is no telephone number.",
        SendInvoice.Outcome.NumberNotServed => "Nothing was sent: text messages do not go to this number from here.",
        SendInvoice.Outcome.TextNeedsLink => "Nothing was sent: a text message is nothing but a link, and this invoice carries none. Change that first, or send it by e-mail.",
        _ => throw new UnreachableException(),
    };

    /// <summary>A way to send, as a choice.</summary>
    public static string Of(DeliveryMode by, BillTo payer) => by switch
    {
        DeliveryMode.Email => $"By e-mail to {payer.Email}",
        DeliveryMode.Sms => $"By text message to {payer.Phone}",
        DeliveryMode.Both => $"By e-mail to {payer.Email} and by text message to {payer.Phone}",
        DeliveryMode.None => "Make a fresh link only: I hand it over myself",
    };
}
