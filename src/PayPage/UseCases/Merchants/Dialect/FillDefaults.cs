using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.UseCases.Merchants.Dialect;

/// <summary>What a merchant's system did not say of a new invoice and the merchant has settled for all: what payers are asked, and in which language. Reads only.</summary>
internal sealed class FillDefaults(PayPageDbContext db)
{
    public async Task<InvoiceProposal> HandleAsync(InvoiceProposal proposal, Caller caller, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);

        return proposal with
        {
            AsksPhone = proposal.AsksPhone ?? (merchant.AsksPhone ? "true" : null),
            AsksShipping = proposal.AsksShipping ?? (merchant.AsksShipping ? "true" : null),
            Language = proposal.Language ?? merchant.Dialect.HouseLanguage,
        };
    }
}
