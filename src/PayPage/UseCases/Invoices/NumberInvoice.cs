using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Invoices;

/// <summary>Numbers for invoices that came without one: one after the other, without those that the merchant gave himself.</summary>
internal static class NumberInvoice
{
    /// <param name="prefix">What the merchant has before the running number.</param>
    /// <param name="file">A file whose own numbers are not given to its other rows; null: none.</param>
    public static async Task<string> NextAsync(Unit unit, Caller caller, string prefix, BatchId? file, CancellationToken ct)
    {
        while (true)
        {
            await unit.Db.Merchants.Where(m => m.Id == caller.MerchantId).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.LastInvoiceNumber, m => m.LastInvoiceNumber + 1).SetProperty(m => m.Version, m => m.Version + 1), ct);
            var last = await unit.Db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => m.LastInvoiceNumber).SingleAsync(ct);
            var number = Written(prefix, last);

            var key = RowKey.OfNumber(number);

            if (!await IsTakenAsync(unit.Db, caller, number, ct) && !(file is { } id && await unit.Db.BatchRows.AnyAsync(r => r.BatchId == id && r.Key == key, ct)))
            {
                return number;
            }
        }
    }

    /// <summary>Reads only: another invoice may get this number meanwhile.</summary>
    public static async Task<string> LikelyNextAsync(PayPageDbContext db, Caller caller, Merchant merchant, CancellationToken ct)
    {
        var last = merchant.LastInvoiceNumber;

        while (true)
        {
            var number = Written(merchant.NumberPrefix, ++last);

            if (!await IsTakenAsync(db, caller, number, ct))
            {
                return number;
            }
        }
    }

    public static Task<bool> IsTakenAsync(PayPageDbContext db, Caller caller, string number, CancellationToken ct) =>
        db.Invoices.AnyAsync(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.Number == number, ct);

    /// <summary>E.g. <c>INV-000042</c>: six digits or more, so that lists stay in order for long.</summary>
    public static string Written(string prefix, long count) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{count:D6}");
}
