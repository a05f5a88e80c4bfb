using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Previews;

/// <summary>From a wish to whose invoice is shown: a saved one, the one in a form, or a sample. Reads only.</summary>
internal sealed class FindPreview(PayPageDbContext db, DrawPapers draw, TimeProvider clock)
{
    /// <returns>Null when the merchant has no such invoice.</returns>
    public async Task<Preview?> HandleAsync(PreviewWish wish, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var faults = merchant.Wear(wish.Fields);
        var typed = MerchantFields.Are(wish.Fields) ? null : InvoiceFields.Read(wish.Fields);

        if (typed is null && wish.Number is { } number)
        {
            return await SavedAsync(number, caller, ct) is { } saved ? await ShownAsync(saved, []) : null;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, merchant.Zone).DateTime);
        var (wanted, wrong) = MendProposal.Of(typed ?? SampleInvoice.For(merchant, today), merchant, today);

        return await ShownAsync(wanted is null ? null : await UnsavedAsync(wanted, merchant, caller, now, ct), wrong);

        async Task<Preview> ShownAsync(Invoice? invoice, IReadOnlyList<FieldFault> more) => new(
            wish, now, [.. faults, .. more], invoice is null ? null : new PreviewSubject(merchant, await draw.LogoAsync(merchant, ct), invoice));
    }

    private Task<Invoice?> SavedAsync(string number, Caller caller, CancellationToken ct) => db.Invoices.AsNoTracking()
        .SingleOrDefaultAsync(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.Number == number, ct);

    /// <summary>As it would be created. A number that we would give is the next one, which somebody else may draw before.</summary>
    private async Task<Invoice> UnsavedAsync(NewInvoice wanted, Merchant merchant, Caller caller, DateTimeOffset now, CancellationToken ct) => CreateInvoice.From(
        wanted, default, wanted.Number ?? await NumberInvoice.LikelyNextAsync(db, caller, merchant, ct), default, wanted.IncludesLink ?? merchant.AlwaysLink, caller, now);
}
