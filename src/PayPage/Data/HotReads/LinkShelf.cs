using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Data.HotReads;

/// <summary>Reads a link for its page. The database is asked at every view; what it says has not changed is not read again.</summary>
/// <remarks>Right on any number of nodes: nothing here is believed before the database has confirmed its version. See docs/decisions/0011.</remarks>
public sealed class LinkShelf(IDbContextFactory<PayPageDbContext> contexts) : IDisposable
{
    // Counted in rows: a link with its invoice, each line, each payment, each merchant. Some 10 MB, or 80 MB of the longest texts there can be.
    private const int MostRows = 10_000;
    private const int MostTries = 3;

    // Who changes a row past the program may forget its version. That shows no longer than this.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly LinkGlances _glances = new(contexts);
    private readonly MemoryCache _rows = new(new MemoryCacheOptions { SizeLimit = MostRows });

    /// <param name="hash">Of the link's secret, 32 bytes.</param>
    /// <returns>Null when there is no such link.</returns>
    public async Task<LinkFacts?> FindAsync(byte[] hash, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await _glances.LookAsync(hash, ct) is not { } glance)
            {
                return null;
            }

            var story = _rows.TryGetValue(glance.Id, out Story? known) && known!.IsStill(glance) ? known : await StoryAsync(glance.Id, ct);    // known when found
            var merchant = _rows.TryGetValue(glance.MerchantId, out Merchant? same) && same!.Version == glance.MerchantVersion    // known when found
                ? same
                : await MerchantAsync(glance.MerchantId, ct);

            // Rows read one after another may be of different moments. Then all is looked at again; in the end they are as good as ever.
            if ((story.IsStill(glance) && merchant.Version == glance.MerchantVersion) || attempt == MostTries)
            {
                return new LinkFacts(story.Link, story.Invoice, story.Payments, merchant);
            }
        }
    }

    public void Dispose()
    {
        _glances.Dispose();
        _rows.Dispose();
    }

    private async Task<Story> StoryAsync(LinkId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var link = await db.Links.AsNoTracking().SingleAsync(l => l.Id == id, ct);
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == link.InvoiceId, ct);
        var payments = await db.Payments.AsNoTracking().Where(p => p.LinkId == id).OrderByDescending(p => p.PreparedAt).ToListAsync(ct);

        return _rows.Set(id, new Story(link, invoice, payments), new MemoryCacheEntryOptions
        {
            Size = 2 + invoice.Lines.Count + payments.Count,
            AbsoluteExpirationRelativeToNow = Longest,
        });
    }

    private async Task<Merchant> MerchantAsync(MerchantId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == id, ct);

        return _rows.Set(id, merchant, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest });
    }

    private sealed record Story(PaymentLink Link, Invoice Invoice, IReadOnlyList<Payment> Payments)
    {
        public bool IsStill(LinkGlance glance) => glance.StillIs(Link, Invoice, Payments);
    }
}
