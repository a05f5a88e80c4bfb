using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation;

/// <summary>Where a few hundred runs must have been: each status, each way money can stray, each kind of fault.</summary>
internal static class Places
{
    public static readonly IReadOnlyList<string> All =
    [
        .. Statuses("inv", InvoiceStage.Draft),
        .. Statuses("lnk", LinkStatus.Active),
        .. Statuses("pay", PaymentStatus.Prepared),
        .. Statuses("ref", RefundStatus.Requested),
        .. Statuses("dsp", DisputeState.Inquiry),
        "a dispute before its money",
        .. Statuses("stray", StrayMoney.None),
        .. CrashPlaces.Sought.Select(place => $"crash {place}"),
        "processor open CrashBefore", "processor open CrashAfter", "processor open CrashAndComesLater", "processor open ComesLater",
        "processor open SlowToCome", "processor open SlowToAnswer", "processor open SlowAndNoAnswer",
        "processor cancel ComesLater", "processor find SlowToAnswer",
        "mail CrashBefore", "mail CrashAfter", "mail Refused", "mail Slow", "mail Throws", "mail TakenUnknown",
        "text CrashBefore", "text CrashAfter", "text Refused", "text Slow", "text TakenUnknown",
        "hook CrashBefore", "hook CrashAfter", "hook Broken", "hook Gone", "hook NoAnswer", "hook Slow",
        "outage Down", "outage KeyRefused", "processor open out Down", "processor open out KeyRefused", "processor refund out Down", "processor find out KeyRefused",
        "processor list None", "processor list NoAnswer", "an event is lost", "an event comes twice", "an event comes late", "events overtake one another",
        "clock back", "clock forth",
        "create Created", "create WasCreated", "create DuplicateNumber",
        "message InvoiceText", "message FreshLinkText", "message ReceiptText", "message ReminderMail", "message KeyRefusedMail", "message WebhookDisabledMail",
        "event InvoiceOverdue",
        "trespass cancel", "trespass show", "trespass send", "trespass reveal", "trespass mute", "trespass give back",
        "start GoOn", "start Wait", "start AnotherIsOpen", "start NotPayable", "start AmountRefused", "start ProcessorRefused", "start ProcessorDown", "start MerchantCannot", "start YoursIsOpen",
        "outside Recorded", "outside NoRoom", "outside NotPayable",
        "refund Asked", "refund TooMuch", "retry Done", "refund sent back", "refund past us",
    ];

    private static IEnumerable<string> Statuses<TStatus>(string of, TStatus first)
        where TStatus : struct, Enum => Enum.GetValues<TStatus>().Where(s => !s.Equals(first)).Select(s => $"{of} {s}");
}
