using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>The invoice goes out, for the first time or again, to the customer or to another payer; or a payer gets a fresh link.</summary>
[Needs(Right.SendInvoices)]
internal sealed class SendModel(InspectInvoice inspect, SendInvoice send, SmsLimits limits) : OneInvoicePage(inspect)
{
    /// <summary>A link of the payer who is meant; null: the customer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    /// <summary>The name of a <see cref="DeliveryMode"/>.</summary>
    [BindProperty, FromForm]
    public string? By { get; set; }

    public InspectInvoice.LinkRow? Row { get; private set; }

    public BillTo Payer => Row?.Link.AddressedTo(View.Invoice.BillTo) ?? View.Invoice.BillTo;

    public bool CanText => Payer.Phone is { } phone && limits.Allows(phone);

    /// <summary>What may be chosen, the likeliest first.</summary>
    public IReadOnlyList<DeliveryMode> Ways =>
    [
        .. new[] { DeliveryMode.Email, DeliveryMode.Sms, DeliveryMode.Both }.Where(way => (!way.ByEmail() || Payer.Email is not null) && (!way.BySms() || CanText)),
        .. Row is { Works: false } ? [DeliveryMode.None] : Array.Empty<DeliveryMode>(),
    ];

    public DeliveryMode? Chosen => Enum.TryParse<DeliveryMode>(By, out var by) && Ways.Contains(by) ? by
        : By is null && Ways.Contains(View.Invoice.Delivery) && View.Invoice.Delivery != DeliveryMode.None ? View.Invoice.Delivery
        : By is null && Ways.Count > 0 ? Ways[0]
        : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Chosen is not { } by || By is null)
        {
            return Again(nameof(By), "Choose how it is to go out.");
        }

        var outcome = await send.HandleAsync(new SendInvoice.Wish(Number, by, Row?.Link.Id), Caller, ct);

        return outcome switch
        {
            SendInvoice.Outcome.NoSuchInvoice => NotFound(),
            SendInvoice.Outcome.Sent or SendInvoice.Outcome.SentAMomentAgo => Done(SendWords.Of(outcome)),
            SendInvoice.Outcome.Renewed or SendInvoice.Outcome.StillWorks => Done(SendWords.Of(outcome), "links"),
            _ => Again(nameof(By), SendWords.Of(outcome)),
        };
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await LookAsync("Send", ct))
        {
            return false;
        }

        var id = PrefixedId.Read("lnk_", Link);
        Row = View.Links.FirstOrDefault(row => row.Link.Id.Value == id);
        return Link is null || Row is not null;
    }
}
