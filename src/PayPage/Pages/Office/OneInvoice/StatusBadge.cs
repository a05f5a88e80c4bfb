using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>The state of a link or a payment in a word, and the look that goes with it. An invoice's own: <see cref="StatusWords"/>.</summary>
/// <param name="Look">A class of office.css; never the only sign: the word says it too.</param>
internal sealed record StatusBadge(string Word, string Look)
{
    /// <param name="works">Time may be over before anybody wrote it down.</param>
    public static StatusBadge Of(LinkStatus status, bool works) => status switch
    {
        LinkStatus.Active or LinkStatus.Opened when !works => new StatusBadge("Expired", "calm"),
        LinkStatus.Active => new StatusBadge("Not opened yet", "info"),
        LinkStatus.Opened => new StatusBadge("Opened", "good"),
        LinkStatus.Used => new StatusBadge("Paid through", "good"),
        LinkStatus.Expired => new StatusBadge("Expired", "calm"),
        LinkStatus.Revoked => new StatusBadge("Taken back", "bad"),
        LinkStatus.Closed => new StatusBadge("Closed", "calm"),
    };

    public static StatusBadge Of(Payment payment) => payment switch
    {
        { Stray: not StrayMoney.None } => new StatusBadge("Came astray", "bad"),
        { Status: PaymentStatus.Succeeded } => new StatusBadge("Paid", "good"),
        { Status: PaymentStatus.Processing } => new StatusBadge("On its way", "warn"),
        { Status: PaymentStatus.Unconfirmed } => new StatusBadge("Unconfirmed", "warn"),
        { Status: PaymentStatus.Failed, Declined: true } => new StatusBadge("Declined", "calm"),
        { Status: PaymentStatus.Failed } => new StatusBadge("Not paid", "calm"),
        { Status: PaymentStatus.Canceled } => new StatusBadge("Given up", "calm"),
        _ => new StatusBadge("Being paid", "info"),
    };
}
