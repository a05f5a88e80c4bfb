using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>Why something cannot be done with an invoice, and what to do instead. For developers, who read it in a log.</summary>
internal static class ActionWords
{
    public static string Of(ChangeObstacle why) => why switch
    {
        ChangeObstacle.MoneyCame => "The invoice has been paid, all or in part, and cannot be changed any more. Create another invoice for what else is owed.",
        ChangeObstacle.PaymentUnderWay => "A payment of the invoice is under way, so it cannot be changed now. Get the invoice again in a few minutes: should the payment come to nothing, it can be changed.",
        ChangeObstacle.Canceled => "The invoice is canceled and cannot be changed any more. Create another invoice.",
    };

    /// <returns>Null where it was done.</returns>
    public static string? Of(PublishInvoice.Outcome outcome) => outcome switch
    {
        PublishInvoice.Outcome.Published => null,
        PublishInvoice.Outcome.WasPublished => "Only a DRAFT can be published: this invoice can be paid already. Get it to have its paymentLink, or send it with POST .../delivery.",
        PublishInvoice.Outcome.Canceled => "The invoice is canceled and cannot be published any more. Create another invoice.",
        PublishInvoice.Outcome.Expired => "The expirationDate of the invoice is over, so its link would not work. Put a later one first.",
        PublishInvoice.Outcome.ChangedMeanwhile or PublishInvoice.Outcome.NoSuchInvoice => "The invoice was changed meanwhile. Get it again.",
    };

    /// <returns>Null where it was done, or had been a moment ago.</returns>
    public static string? Of(SendInvoice.Outcome outcome) => outcome switch
    {
        SendInvoice.Outcome.Sent or SendInvoice.Outcome.SentAMomentAgo or SendInvoice.Outcome.Renewed or SendInvoice.Outcome.StillWorks => null,
        SendInvoice.Outcome.Paid => "The invoice is paid, so there is nothing to send. For another copy of a receipt see POST /api/v1/payments/{id}/receipt.",
        SendInvoice.Outcome.Canceled => "The invoice is canceled and cannot be sent any more. Create another invoice.",
        SendInvoice.Outcome.Expired => "The expirationDate of the invoice is over, so no link would work. Put a later one first.",
        SendInvoice.Outcome.NoAddress => "The invoice has no customerInformation.email to be sent to. Put one first, or hand over its paymentLink yourself.",
        SendInvoice.Outcome.NoNumber => "The invoice has no customerInformation.phoneNumber to be sent to. Put one first, or another deliveryMode.",
        SendInvoice.Outcome.NumberNotServed => "This site sends no text messages to the customer's number. Put another deliveryMode first.",
        SendInvoice.Outcome.TextNeedsLink => "A text message is nothing but a link, and this invoice carries none. Put includePaymentLink or another deliveryMode first.",
        SendInvoice.Outcome.ChangedMeanwhile or SendInvoice.Outcome.NoSuchInvoice => "The invoice was changed meanwhile. Get it again.",
    };

    /// <returns>Null where it was done.</returns>
    public static string? Of(CancelInvoice.Outcome outcome) => outcome switch
    {
        CancelInvoice.Outcome.Canceled => null,
        CancelInvoice.Outcome.WasCanceled => "The invoice is canceled already.",
        CancelInvoice.Outcome.Paid => "Money has come for the invoice, so it cannot be canceled any more. Give the money back with POST /api/v1/payments/{id}/refunds.",
        CancelInvoice.Outcome.PaymentOnItsWay => "A payment of the invoice is under way and could not be stopped: money may still come. Try again when it is settled.",
        CancelInvoice.Outcome.ChangedMeanwhile or CancelInvoice.Outcome.NoSuchInvoice => "The invoice was changed meanwhile. Get it again.",
    };
}
