using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Payments;
using PayPage.UseCases.Team;
using PayPage.Wording;

namespace PayPage.Pages.Office;

/// <summary>What happened to an invoice, as one would tell a colleague: a whole sentence, with who did it where that matters.</summary>
/// <remarks>Plain text for a page to encode: names and servers' answers in it were written by others.</remarks>
internal static class HistoryWords
{
    private const string Excess = "came, which is more than was due";

    /// <param name="currency">The invoice's: events hold minor units.</param>
    /// <param name="who">The event's actor (<see cref="NameActors"/>).</param>
    public static string Happened(this Words words, AuditEvent told, Currency currency, ActorName who)
    {
        var sum = told.Amount is { } minor ? words.Sum(new Money(minor, currency)) : "an amount";
        var message = MessageWords.Read(told.Detail);

        return told.Kind switch
        {
            AuditKind.InvoiceDrafted => $"{NameOf(who)} wrote a draft.",
            AuditKind.InvoiceCreated => $"{NameOf(who)} created the invoice.",
            AuditKind.InvoiceSent => who.Kind == ActorKind.System ? "The invoice went out." : $"{NameOf(who)} sent the invoice.",
            AuditKind.InvoiceResent => $"{NameOf(who)} sent the invoice again.",
            AuditKind.InvoiceChanged => $"{NameOf(who)} changed the invoice{Why(told.Detail)}.",
            AuditKind.InvoiceCanceled => $"{NameOf(who)} canceled the invoice.",
            AuditKind.NoteWritten => $"{NameOf(who)} wrote a note.",
            AuditKind.AddressChanged => $"{NameOf(who)} changed the customer's address.",
            AuditKind.MailAccepted => $"{message.Name} was accepted for delivery.",
            AuditKind.MailRefused => $"{message.Name} was refused{Why(message.Answer)}.",
            AuditKind.MailNeedless => $"{message.Name} was not sent{Why(message.Answer)}.",
            AuditKind.ReminderSent => "A reminder was sent to the customer.",
            AuditKind.RemindersStopped => $"{NameOf(who)} stopped the reminders.",
            AuditKind.RemindersResumed => $"{NameOf(who)} switched the reminders on again.",
            AuditKind.LinkIssued => who.Kind is ActorKind.System or ActorKind.Payer or ActorKind.Processor ? "A payment link was made." : $"{NameOf(who)} made a payment link.",
            AuditKind.LinkOpened => "The payer opened the payment link.",
            AuditKind.LinkBarred => "Too many tries through a payment link were declined: it takes no more payments until you say so.",
            AuditKind.LinkLifted => $"{NameOf(who)} lets a payment link take payments again.",
            AuditKind.LinkRevoked => $"{NameOf(who)} took back a payment link.",
            AuditKind.LinkExpired => "A payment link expired.",
            AuditKind.FreshLinkSent => who.Kind == ActorKind.Payer ? "The payer asked for a new link." : $"{NameOf(who)} sent a new link.",
            AuditKind.PaymentStarted => $"The payer started to pay {sum}.",
            AuditKind.PaymentUnconfirmed => $"The processor did not say what became of a payment of {sum}. We keep asking.",
            AuditKind.PaymentProcessing => $"{sum} is on its way from the payer's bank.",
            AuditKind.PaymentDeclined => $"A payment of {sum} was declined{Why(told.Detail)}.",
            AuditKind.PaymentTryDeclined => $"A try to pay {sum} was declined{Why(told.Detail)}. The payer may try again.",
            AuditKind.PaymentFailed => $"A payment of {sum} came to nothing.",
            AuditKind.PaymentCanceled => $"A payment of {sum} was given up.",
            AuditKind.PaymentSucceeded => who.Kind is ActorKind.Colleague or ActorKind.ApiKey ? $"{NameOf(who)} recorded that {sum} was paid." : $"{sum} was paid.",
            AuditKind.StrayMoney => Stray(told.Detail, sum),
            AuditKind.RefundRequested => $"{NameOf(who)} asked for {sum} to be given back{Why(told.Detail)}.",
            AuditKind.RefundRetried => $"{NameOf(who)} asked once more for {sum} to be given back{Why(told.Detail)}.",
            AuditKind.RefundPending => $"The processor is giving back {sum}. That takes days, and may still fail{Why(told.Detail)}.",
            AuditKind.RefundSucceeded when who.Kind == ActorKind.Colleague => $"{NameOf(who)} recorded that {sum} was given back by hand{Why(told.Detail)}.",
            AuditKind.RefundSucceeded => $"{sum} was given back{Why(told.Detail)}.",
            AuditKind.RefundFailed => $"{sum} could not be given back{Why(told.Detail)}. Somebody must look.",
            AuditKind.RefundReturned => $"{sum} had been given back, and the payer's bank sent it back{Why(told.Detail)}. Somebody must look.",
            AuditKind.RefundLeft => $"{NameOf(who)} settled in another way that {sum} could not be given back.",
            AuditKind.RefundDenied => $"{NameOf(who)} wanted to give back {sum}, and did not prove who that is. Nothing was done.",
            AuditKind.MoneyMatched => $"{NameOf(who)} matched {sum} to this invoice that nobody knew at the processor{Why(told.Detail)}.",
            AuditKind.DifferenceMarked => $"{NameOf(who)} noted why the processor does not have {sum} as the books do{Why(told.Detail)}.",
            AuditKind.DisputeAsked => $"The payer's bank asks about a payment: {sum} may be disputed. No money has moved.",
            AuditKind.DisputeOpened => $"The payer disputes a payment: the bank has taken back {sum} and waits for your answer.",
            AuditKind.DisputeAnswered => $"The bank has your answer about the disputed {sum} and decides now.",
            AuditKind.DisputeWon => $"You won the dispute: {sum} is yours again.",
            AuditKind.DisputeLost => $"The dispute was lost: the payer keeps {sum}.",
            AuditKind.DisputeClosed => $"The payer's bank let the question about {sum} rest. No money has moved.",
        };
    }

    /// <summary>At the beginning of a sentence, or alone.</summary>
    public static string NameOf(ActorName who) => who.Kind switch
    {
        ActorKind.Payer => "The payer",
        ActorKind.Processor => "The processor",
        ActorKind.System => "PayPage",
        ActorKind.Colleague => who.Name ?? "A colleague",
        ActorKind.ApiKey => $"The API key “{who.Name}”",
        ActorKind.Fort => "Your system, through the PayFort door,",
        ActorKind.Unknown => "Somebody who is no longer here",
    };

    /// <summary>SettlePayment writes what came astray and what the merchant's policy makes of it, with a semicolon between.</summary>
    private static string Stray(string? detail, string sum)
    {
        var came = detail?.Split(';')[0] switch
        {
            nameof(StrayMoney.AfterCancel) => "came after the invoice was canceled",
            nameof(StrayMoney.Double) => "came, and the invoice had no room for it any more",
            nameof(StrayMoney.Over) => Excess,
            _ => "came after the payment had been given up",
        };

        return $"{sum} {came}: {(detail?.EndsWith("Refund", StringComparison.Ordinal) != true ? "it was kept" : came == Excess ? "the rest goes back" : "it goes back")}.";
    }

    private static string Why(string? reason) => reason is null ? "" : $": {reason.TrimEnd('.', ' ')}";
}
