using Microsoft.EntityFrameworkCore;
using PayPage.Api.Invoices;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.UseCases;

namespace PayPage.Api;

internal static class ApiRegistration
{
    /// <summary>The door for machines, in the dialect of Visa Acceptance's invoicing v2. Its prefix is fixed: clients carry it in them.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/invoicing/v2").AddEndpointFilter<ApiGuard>().AddEndpointFilter<ApiKeyFilter>();

        api.MapPost("/invoices", (HttpContext call, PayPageDbContext db, CancellationToken ct) =>
        {
            var facts = new MerchantFacts(db);
            return InvoicesApi.CreateAsync(call, facts.NumberAsync, facts.TodayAsync, ct);
        });
        api.MapMethods("/invoices/{id}", [HttpMethods.Get, HttpMethods.Head], InvoicesApi.ShowAsync);
        return site;
    }

    /// <summary>Two facts that the door needs and that no use case tells.</summary>
    private sealed class MerchantFacts(PayPageDbContext db)
    {
        public Task<string> NumberAsync(InvoiceId id, CancellationToken ct) =>
            db.Invoices.Where(i => i.Id == id).Select(i => i.Number).SingleAsync(ct);

        public async Task<DateOnly> TodayAsync(Caller caller, DateTimeOffset now, CancellationToken ct)
        {
            var zone = await db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => m.TimeZone).SingleAsync(ct);
            return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
        }
    }
}
