using PayPage.Data.HotReads;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Links;

/// <summary>From the facts about a link to what its bearer sees (rules of money and links, 2.5). Asks nobody: previews come here with facts that are none yet.</summary>
internal static class JudgeLink
{
    /// <param name="returnSecret">The secret in this browser's cookie; null where it has none.</param>
    /// <param name="sitesWindow">How long links work after a person first opened them, where nothing else is said of them.</param>
    /// <returns>What was paid comes without its receipt and without the link for the rest: those are not among the facts.</returns>
    public static LinkView Of(LinkFacts facts, string? returnSecret, TimeSpan sitesWindow, DateTimeOffset now) =>
        new(facts.Link.Id, facts.Merchant, facts.Invoice.Mode, facts.Invoice.Language, StateOf(facts, returnSecret, sitesWindow, now), now);

    private static LinkState StateOf(LinkFacts facts, string? returnSecret, TimeSpan sitesWindow, DateTimeOffset now)
    {
        var (link, invoice, payments, _) = facts;

        if (link.Status == LinkStatus.Revoked)
        {
            return new LinkState.Revoked();
        }

        if (payments.FirstOrDefault(p => p.IsOpen) is { } open)
        {
            var mine = open.WasBegunBy(returnSecret);
            var goesOn = open.PayerUrl is not null || open.Style == CheckoutStyle.OnPage;
            return new LinkState.InFlight(invoice.Number, open.Amount, open.Status, now - open.PreparedAt, mine && goesOn, mine)
            {
                Declined = open.DeclinedTries > 0,
            };
        }

        return link.Status switch
        {
            LinkStatus.Used => Used(link, invoice, payments.First(p => p.Status == PaymentStatus.Succeeded)),
            LinkStatus.Closed => new LinkState.Closed(invoice.Number, invoice.Stage == InvoiceStage.Canceled),
            _ when !invoice.IsPayable || invoice.Due.Minor <= 0 => new LinkState.Closed(invoice.Number, invoice.Stage == InvoiceStage.Canceled),
            _ when link.BarredAt is not null => new LinkState.Held(invoice.Number, null),
            _ when !link.CanBePaidAt(now, sitesWindow) => new LinkState.Expired(invoice.Number, MayHaveAnother(facts, now) ? link.AddressedTo(invoice.BillTo).Masked : null),
            _ when link.IsHeldAt(now) => new LinkState.Held(invoice.Number, link.RestsUntil),
            _ => new LinkState.Payable(
                invoice, link.OpenedAt is null ? null : link.WorksUntil(sitesWindow), link.Window(sitesWindow), LastTries.Of(payments)),
        };
    }

    private static LinkState.Used Used(PaymentLink link, Invoice invoice, Payment paid)
    {
        var rest = invoice.IsPayable ? invoice.Due : new Money(0, invoice.Currency);
        var address = link.RevokedAt is not null ? null
            : paid.ReceiptEmail is { } typed ? EmailAddress.Mask(typed)
            : link.AddressedTo(invoice.BillTo).Masked;

        return new LinkState.Used(invoice.Number, paid, rest, address, NextToken: null, Receipt: null);
    }

    /// <summary>Not after the invoice's last day: a new link would be dead on arrival.</summary>
    private static bool MayHaveAnother(LinkFacts facts, DateTimeOffset now) => LinkLifetime.Of(facts.Invoice, now, facts.Merchant.Zone) > now;
}
