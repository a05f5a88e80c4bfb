using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.UseCases.Invoices;

/// <summary>Numbers for invoices that came without one: one after the other, without those that the merchant gave himself.</summary>
internal static class NumberInvoice
{
    public static async Task<string> NextAsync(Unit unit, Caller caller, CancellationToken ct)
    {
        while (true)
        {
            await unit.Db.Merchants.Where(m => m.Id == caller.MerchantId).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.LastInvoiceNumber, m => m.LastInvoiceNumber + 1).SetProperty(m => m.Version, m => m.Version + 1), ct);
            var drawn = await unit.Db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => new { m.NumberPrefix, m.LastInvoiceNumber }).SingleAsync(ct);
            var number = Written(drawn.NumberPrefix, drawn.LastInvoiceNumber);

            if (!await IsTakenAsync(unit, caller, number, ct))
            {
                return number;
            }
        }
    }

    /// <summary>E.g. <c>INV-000042</c>: six digits or more, so that lists stay in order for long.</summary>
    public static string Written(string prefix, long count) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{count:D6}");

    public static Task<bool> IsTakenAsync(Unit unit, Caller caller, string number, CancellationToken ct) =>
        unit.Db.Invoices.AnyAsync(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.Number == number, ct);
}
