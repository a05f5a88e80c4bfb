using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.Invoices;

/// <summary>What is said once a form was saved, or why it could not be. Each goes on after "Invoice INV-1 …" but for those that stand alone.</summary>
internal static class EditWords
{
    /// <summary>Stands alone.</summary>
    public static string Of(ChangeObstacle why) => why switch
    {
        ChangeObstacle.MoneyCame => "This invoice has been paid, all or in part, so it stays as it is. To ask for something else, write another invoice.",
        ChangeObstacle.PaymentUnderWay =>
            "Somebody is paying this invoice at this moment, so it stays as it is. Should the payment come to nothing, it can be changed a little later.",
        ChangeObstacle.Canceled => "This invoice is canceled, so it stays as it is. Duplicate it to start again.",
    };

    public static string Of(ChangeInvoice.Outcome.Changed changed) => changed switch
    {
        { Fields.Count: 0 } => "is as it was: nothing was different.",
        { RevokedLinks: > 0 } => "was changed. The e-mail address is another, so the links that went to the old one stopped working: send it again.",
        _ => "was changed. Pages that are open show it at once.",
    };

    public static string Of(PublishInvoice.Outcome outcome) => outcome switch
    {
        PublishInvoice.Outcome.Published => "can be paid now. It was not sent: send it, or hand over its link.",
        PublishInvoice.Outcome.WasPublished => "was changed. It could be paid before, and still can.",
        PublishInvoice.Outcome.Expired => "was saved, but cannot be paid yet: its expiration date is over. Choose another.",
        PublishInvoice.Outcome.ChangedMeanwhile => "was saved, and changed by somebody else a moment later: look at it again.",
        PublishInvoice.Outcome.Canceled or PublishInvoice.Outcome.NoSuchInvoice => "was saved, and canceled by somebody else a moment later.",
    };

    public static string Of(SendInvoice.Outcome outcome) => outcome switch
    {
        SendInvoice.Outcome.Sent => "was saved and is on its way to your customer.",
        SendInvoice.Outcome.SentAMomentAgo => "was saved. It was sent a moment ago, and is not sent twice.",
        SendInvoice.Outcome.Renewed or SendInvoice.Outcome.StillWorks => "was saved. It was not sent, as you asked.",
        SendInvoice.Outcome.Paid => "was saved, and is paid: there is nothing to send.",
        SendInvoice.Outcome.Expired => "was saved, but not sent: its expiration date is over. Choose another.",
        SendInvoice.Outcome.NoAddress => "was saved, but not sent: it has no e-mail address.",
        SendInvoice.Outcome.NoNumber => "was saved, but not sent: it has no phone number.",
        SendInvoice.Outcome.NumberNotServed => "was saved, but not sent: this site sends no text messages to that number.",
        SendInvoice.Outcome.TextNeedsLink => "was saved, but not sent: a text message is nothing but a link, and this invoice carries none.",
        SendInvoice.Outcome.ChangedMeanwhile => "was saved, and changed by somebody else a moment later: look at it again.",
        SendInvoice.Outcome.Canceled or SendInvoice.Outcome.NoSuchInvoice => "was saved, and canceled by somebody else a moment later.",
    };
}
