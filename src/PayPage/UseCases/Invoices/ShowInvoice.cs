using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Invoices;

/// <summary>An invoice as its merchant sees it. Reads only; mints no link.</summary>
internal sealed class ShowInvoice(PayPageDbContext db, ILinkTokens tokens, ISiteAddresses addresses)
{
    /// <returns>Null when this merchant has no such invoice in this mode.</returns>
    public async Task<View?> HandleAsync(string number, Caller caller, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct);

        if (invoice is null)
        {
            return null;
        }

        var history = await db.Audit.AsNoTracking().Where(e => e.InvoiceId == invoice.Id).ToListAsync(ct);
        var payments = await db.Payments.AsNoTracking().Where(p => p.InvoiceId == invoice.Id).OrderBy(p => p.PreparedAt).ToListAsync(ct);
        var references = payments.ToDictionary(p => p.Id, p => p.Reference);

        return new View(
            invoice, invoice.StatusFor(payments.Exists(p => p.Status == PaymentStatus.Processing)), await NewestLinkAsync(invoice, ct),
            [.. history.OrderBy(e => e.At).ThenBy(e => e.Kind).Select(e => new Happening(e.Kind, e.At, e.PaymentId is { } id ? references[id] : null, e.Amount, e.Detail))])
        {
            Labels = await db.Merchants.Where(m => m.Id == invoice.MerchantId).Select(m => m.Labels).SingleAsync(ct),
            Payers = [.. payments.Where(p => (p.PayerPhone is not null || p.ShipTo is not null) && p.Status is PaymentStatus.Succeeded or PaymentStatus.Processing)],
        };
    }

    /// <summary>The newest one, expired or not: its page helps in any case.</summary>
    private async Task<Uri?> NewestLinkAsync(Invoice invoice, CancellationToken ct)
    {
        var stored = await db.Links.Where(l => l.InvoiceId == invoice.Id)
            .OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id)
            .Select(l => l.SealedAddress)
            .FirstOrDefaultAsync(ct);

        return stored is not null && tokens.Unseal(stored) is { } address ? addresses.PayPage(address.Token) : null;
    }

    /// <param name="Link">The newest link's address; null for a draft.</param>
    internal sealed record View(Invoice Invoice, InvoiceStatus Status, Uri? Link, IReadOnlyList<Happening> History)
    {
        /// <summary>How the merchant calls the parts of its page.</summary>
        public CustomLabels Labels { get; init; } = CustomLabels.None;

        /// <summary>Payments that came or are coming and whose payer was asked for something, the oldest first.</summary>
        public IReadOnlyList<Payment> Payers { get; init; } = [];
    }

    /// <param name="Reference">Of the payment it tells of, as people know it; null where it tells of none.</param>
    /// <param name="Amount">Minor units of the invoice's currency; null where no money is meant.</param>
    internal sealed record Happening(AuditKind Kind, DateTimeOffset At, string? Reference, long? Amount, string? Detail);
}
