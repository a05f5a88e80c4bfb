using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation;

/// <summary>Where fifty runs must have been: each status, each way money can stray, each kind of fault.</summary>
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
        "crash before a commit", "crash after a commit",
        "processor open CrashBefore", "processor open CrashAfter", "processor open CrashAndComesLater", "processor open ComesLater",
        "processor open SlowToCome", "processor open SlowToAnswer", "processor open SlowAndNoAnswer",
        "processor cancel ComesLater", "processor find SlowToAnswer",
        "mail CrashBefore", "mail CrashAfter", "mail Refused", "mail Slow", "mail Throws",
        "start GoOn", "start Wait", "start AnotherIsOpen", "start NotPayable", "start AmountRefused", "start ProcessorRefused",
        "outside Recorded", "outside NoRoom", "outside NotPayable",
        "refund Asked", "refund TooMuch", "retry Done", "refund sent back", "refund past us",
    ];

    private static IEnumerable<string> Statuses<TStatus>(string of, TStatus first)
        where TStatus : struct, Enum => Enum.GetValues<TStatus>().Where(s => !s.Equals(first)).Select(s => $"{of} {s}");
}
