using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Verifying;

/// <summary>A link pays once, and not after its time.</summary>
internal static class LinkRules
{
    public const string Name = "links";

    public static IEnumerable<BrokenRule> Broken(InvoiceBooks books) => books.Links.SelectMany(link => OfLink(link, books));

    private static IEnumerable<BrokenRule> OfLink(PaymentLink link, InvoiceBooks books)
    {
        var invoice = books.Invoice;
        var payments = books.Payments.Where(p => p.LinkId == link.Id).ToList();
        var isPaid = payments.Exists(p => p.Status == PaymentStatus.Succeeded);
        var isLive = LinkTransitions.Live.Contains(link.Status);
        var successors = books.Links.Where(l => l.PredecessorId == link.Id).ToList();

        if (payments.Count(p => p.IsOpen) > 1)
        {
            yield return Wrong("at most one open payment", $"{payments.Count(p => p.IsOpen)}");
        }

        if (link.Status == LinkStatus.Expired && payments.Exists(p => p.IsOpen))
        {
            yield return Wrong("no open payment through an expired link", $"{payments.Find(p => p.IsOpen)?.Id}");
        }

        if ((link.Status == LinkStatus.Used) != isPaid)
        {
            yield return Wrong(isPaid ? $"{LinkStatus.Used}, since it was paid through" : $"not {LinkStatus.Used}, since nothing was paid through it", $"{link.Status}");
        }

        if (isLive && (invoice.Due.Minor <= 0 || invoice.Stage == InvoiceStage.Canceled))
        {
            yield return Wrong("closed, since the invoice is settled or canceled", $"{link.Status}");
        }

        if (successors.Count > 1 || successors.Exists(s => s.RootId != link.RootId) || (isLive && successors.Count > 0))
        {
            yield return Wrong("at most one successor of its own chain, and none while it works", string.Join(", ", successors.Select(s => s.Id)));
        }

        if (EndOf(link, books) is { } end && payments.Find(p => p.PreparedAt > end + BookRules.ClockMargin) is { } late)
        {
            yield return Wrong($"no payment begun after {end:u}", $"{late.Id} at {late.PreparedAt:u}");
        }

        BrokenRule Wrong(string expected, string found) => new(Name, $"{link.Id}", expected, found);
    }

    /// <summary>When it was spent, taken back or over, whichever was first; null while it works, or where nobody wrote it down.</summary>
    private static DateTimeOffset? EndOf(PaymentLink link, InvoiceBooks books)
    {
        IEnumerable<DateTimeOffset?> ends =
        [
            link.RevokedAt,
            .. books.History.Where(e => e.LinkId == link.Id && e.Kind is (AuditKind.LinkExpired or AuditKind.PaymentSucceeded)).Select(e => (DateTimeOffset?)e.At),
        ];

        return ends.Min();
    }
}
