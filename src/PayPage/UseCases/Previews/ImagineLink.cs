using PayPage.Data.HotReads;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using static PayPage.UseCases.Previews.PreviewState;

namespace PayPage.UseCases.Previews;

/// <summary>What may become of a link: invoice, link and payment are brought into a state by their own moves, so a preview shows none that cannot be.</summary>
/// <param name="sitesWindow">How long links work after a person first opened them, where the merchant says nothing else.</param>
/// <param name="language">Of the imagined payer, a BCP 47 tag.</param>
internal sealed class ImagineLink(PreviewSubject subject, TimeSpan sitesWindow, string language, DateTimeOffset now)
{
    /// <summary>Where a token or a short code would stand in an address. It has a short code's length, so that texts are as long as they will be; it leads to a page that says so.</summary>
    public const string Code = "This-is-a-preview-only";

    private static readonly TimeSpan Left = TimeSpan.FromMinutes(5);

    private readonly Invoice _invoice = subject.Invoice;

    /// <summary>What was really paid before stays paid, unless that is all.</summary>
    private long Before => _invoice.Paid < _invoice.Total ? _invoice.Paid : 0;

    private long Part => Before > 0 ? Before : Math.Min(_invoice.Total - 1, Math.Max(_invoice.Total / 2, _invoice.AllowsParts ? _invoice.MinimumPayment : 1));

    public ImaginedLink In(PreviewState state)
    {
        var invoice = InvoiceIn(state);
        var payment = PaidIn(state) is { } amount ? ImaginePayment.Of(subject, amount, state, language, now) : null;
        var facts = new LinkFacts(LinkIn(state), invoice, payment is null || state == PartPaid ? [] : [payment], subject.Merchant);

        return new ImaginedLink(
            facts, state is InFlightOwn or Paid ? ImaginePayment.OwnSecret : null, payment,
            payment?.SettledAt is null ? null : ImaginePayment.ReceiptOf(payment, invoice, subject.Merchant, now));
    }

    /// <summary>Minor units that somebody tried to pay; null where nobody did.</summary>
    private long? PaidIn(PreviewState state) => state switch
    {
        PartPaid => Part,
        Declined or InFlight or InFlightOwn or BankPending or Paid => _invoice.Total - Before,
        Unopened or LastMinutes or Expired or Canceled or Closed or Revoked => null,
    };

    private Invoice InvoiceIn(PreviewState state)
    {
        var invoice = state switch
        {
            PartPaid => _invoice.Imagined(paid: Part),
            Paid or Closed => _invoice.Imagined(paid: _invoice.Total),
            InFlight or InFlightOwn or BankPending => _invoice.Imagined(Before, reserved: _invoice.Total - Before),
            _ => _invoice.Imagined(Before),
        };
        invoice.Publish(now);
        invoice.MarkSent(now);

        if (state == Canceled)
        {
            invoice.Cancel();
        }

        return invoice;
    }

    private PaymentLink LinkIn(PreviewState state)
    {
        var ends = LinkLifetime.Of(_invoice, now, subject.Merchant.Zone);
        var link = new PaymentLink
        {
            Id = default,
            MerchantId = subject.Merchant.Id,
            InvoiceId = _invoice.Id,
            PredecessorId = null,
            RootId = default,
            SecretHash = [],
            ShortCodeHash = [],
            SealedAddress = [],
            CreatedAt = now,
            WindowHours = subject.Merchant.LinkHours,
            LivesUntil = ends > now ? ends : now + sitesWindow,    // the last day of a saved invoice may be over: its states are shown all the same
        };

        switch (state)
        {
            case Unopened or PartPaid:
                break;
            case LastMinutes:
                link.Open(now - link.Window(sitesWindow) + Left);
                break;
            case Expired:
                link.Expire();
                break;
            case Paid:
                link.Use();
                break;
            case Canceled or Closed:
                link.Close();
                break;
            case Revoked:
                link.Revoke(now);
                break;
            case Declined or InFlight or InFlightOwn or BankPending:
                link.Open(now - ImaginePayment.SinceBegun);
                break;
        }

        return link;
    }
}
