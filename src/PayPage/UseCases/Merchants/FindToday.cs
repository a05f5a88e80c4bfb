using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.UseCases.Merchants;

/// <summary>Which date it is at a merchant's place: dates on invoices are his. Reads only.</summary>
internal sealed class FindToday(PayPageDbContext db, TimeProvider clock)
{
    public async Task<DateOnly> HandleAsync(Caller caller, CancellationToken ct)
    {
        var zone = await db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => m.TimeZone).SingleAsync(ct);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
    }
}
