using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Invoices;

/// <summary>What a form for a new invoice begins with: the merchant's defaults, and a customer or an earlier invoice where one is given. Reads only.</summary>
internal sealed class BeginInvoice(PayPageDbContext db, TimeProvider clock)
{
    public async Task<View> HandleAsync(Caller caller, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);

        return new View(Defaults(merchant), await NumberInvoice.LikelyNextAsync(db, caller, merchant, ct));
    }

    /// <returns>The same but for number and dates; null when this merchant has no such invoice in this mode.</returns>
    public async Task<View?> LikeAsync(string number, Caller caller, CancellationToken ct)
    {
        var model = await db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct);

        if (model is null)
        {
            return null;
        }

        var begun = await HandleAsync(caller, ct);
        var same = ProposalWriter.Write(NewInvoice.Like(model));

        return begun with
        {
            Proposal = same with { Number = null, DueDate = begun.Proposal.DueDate, ExpirationDate = null, TransactionReference = null },
        };
    }

    /// <summary>Puts a customer of the merchant into a form that somebody is writing; what is not known of him stays as typed.</summary>
    /// <returns>Null when this merchant has no such customer.</returns>
    public async Task<InvoiceProposal?> ForAsync(CustomerId id, InvoiceProposal form, Caller caller, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.MerchantId == caller.MerchantId, ct);

        return customer is null ? null : form with
        {
            CustomerName = customer.Name,
            CustomerEmail = customer.Email,
            CustomerPhone = customer.Phone,
            CompanyName = customer.CompanyName,
            MerchantCustomerId = customer.MerchantCustomerId,
            IncludesLink = customer.GetsNoLink ? "false" : form.IncludesLink,
        };
    }

    private InvoiceProposal Defaults(Merchant merchant)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), merchant.Zone).DateTime);

        return new InvoiceProposal
        {
            Currency = merchant.DefaultCurrency?.Code,
            DueDate = today.AddDays(merchant.DueDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            AllowsParts = merchant.AllowsParts ? "true" : "false",
            MinimumPart = merchant is { MinimumPart: { } least, DefaultCurrency: { } currency } ? new Money(least, currency).Figure : null,
            IncludesLink = merchant.AlwaysLink ? "true" : "false",
            AsksPhone = merchant.AsksPhone ? "true" : "false",
            AsksShipping = merchant.AsksShipping ? "true" : "false",
            Language = merchant.Dialect.HouseLanguage,
            Delivery = "email",
            Lines = [new LineProposal()],
        };
    }

    /// <param name="LikelyNumber">What an invoice without a number of its own would get if it were made now.</param>
    internal sealed record View(InvoiceProposal Proposal, string LikelyNumber);
}
