using System.Globalization;
using System.Text;

namespace PayPage.Bench;

/// <summary>A file of invoices as a merchant would export it, made while it is read: it is never whole in memory.</summary>
internal static class BenchFile
{
    private const int RowsPerPiece = 500;

    public static string NumberOf(int row) => string.Create(CultureInfo.InvariantCulture, $"F-{row:D7}");

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(int rows)
    {
        await Task.Yield();
        yield return "invoice_number,customer_name,customer_email,customer_phone,amount,currency,due_date,description,special_instructions\r\n"u8.ToArray();

        foreach (var some in Enumerable.Range(0, rows).Chunk(RowsPerPiece))
        {
            yield return Encoding.UTF8.GetBytes(string.Concat(some.Select(Row)));
        }
    }

    private static string Row(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $"{NumberOf(i)},Customer {i % 5000:D4} van der Velden,customer.{i % 5000:D4}@my-email.example,+31612345678,{10 + (i % 990)}.{i % 100:D2},EUR,2027-01-31,\"Flowers, week {i % 52}\",Please quote the invoice number.\r\n");
}
