using PayPage.Domain.Csv;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>The file that merchants begin with. It is read like any other: what explains it is passed over, and its examples are refused as such.</summary>
public static class TemplateFile
{
    private static readonly string[] Shown =
    [
        "invoice_number", "customer_name", "customer_email", "customer_phone", "billing_address", "amount", "currency", "due_date", "description",
        "special_instructions", "item_name", "item_quantity", "item_unit_price", "delivery",
    ];

    private static readonly Dictionary<string, string>[] Examples =
    [
        new()
        {
            ["invoice_number"] = "EXAMPLE-1", ["customer_name"] = "Tanya Lee", ["customer_email"] = "tanya.lee@example.com", ["customer_phone"] = "+31612345678",
            ["billing_address"] = "12 Mill Lane, Leeds LS1 4DY", ["amount"] = "125.00", ["currency"] = "EUR", ["due_date"] = "2027-01-31",
            ["description"] = "Flowers for the wedding", ["special_instructions"] = "Please quote your order number.",
        },
        new()
        {
            ["invoice_number"] = "EXAMPLE-2", ["customer_name"] = "Sam Oak", ["customer_email"] = "sam.oak@example.com", ["currency"] = "EUR", ["due_date"] = "2027-01-31",
            ["item_name"] = "Bouquet", ["item_quantity"] = "2", ["item_unit_price"] = "40.00", ["delivery"] = "email",
        },
        new() { ["invoice_number"] = "EXAMPLE-2", ["item_name"] = "Delivery to the door", ["item_quantity"] = "1", ["item_unit_price"] = "9.50" },
    ];

    public static IEnumerable<string> Lines()
    {
        yield return CsvLine.ByteOrderMark + CsvLine.Of("# Rows that begin with # explain; you may leave them in. Delete the example rows, and write one row for each invoice.");
        yield return CsvLine.Of("# Rows below each other with the same invoice_number are the lines of one invoice.");

        foreach (var column in HouseColumns.All)
        {
            yield return CsvLine.Of($"# {column.Name}{(column.Need == ColumnNeed.Required ? " (needed)" : "")}: {column.About}");
        }

        yield return CsvLine.Of(Shown);

        foreach (var example in Examples)
        {
            // Not as cells of somebody's: the telephone number's plus is meant to be read by a program.
            yield return CsvLine.Of([.. Shown.Select(name => CsvCell.Text(example.GetValueOrDefault(name)))]);
        }
    }
}
