using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.UseCases;

namespace PayPage.Bench;

/// <summary>As many invoices of one merchant as are wanted, over two years: nearly all of them paid, each with a link. Written as rows, in seconds.</summary>
internal static class ListedInvoices
{
    /// <summary>In the number of one invoice alone.</summary>
    public const string RareWord = "needle";

    private const int Batch = 2_000;
    private const int Days = 730;

    // Of a hundred invoices: what has not come, or never will.
    private const string States = """
        UPDATE Invoices SET Paid = Total WHERE rowid % 100 >= 4;
        UPDATE Invoices SET Paid = Total / 2 WHERE rowid % 100 = 3;
        UPDATE Invoices SET Stage = 'Canceled', Paid = 0 WHERE rowid % 500 = 101;
        UPDATE Invoices SET Stage = 'Draft', Paid = 0 WHERE rowid % 1000 = 202;
        UPDATE Links SET OpenedAt = CreatedAt, Status = 'Used' WHERE rowid % 100 >= 4;
        """;

    public static async Task FillAsync(IServiceProvider services, Caller caller, int count)
    {
        var ids = services.GetRequiredService<IdSource>();
        var write = services.GetRequiredService<WriteSeam>();
        var now = TimeProvider.System.GetUtcNow();
        var customer = new Customer { Id = CustomerId.New(ids), MerchantId = caller.MerchantId, CreatedAt = now };
        await write.RunAsync((unit, _) => { unit.Db.Add(customer); return Task.CompletedTask; }, CancellationToken.None);

        foreach (var some in Enumerable.Range(0, count).Chunk(Batch))
        {
            await write.RunAsync(
                (unit, _) =>
                {
                    unit.Db.ChangeTracker.AutoDetectChangesEnabled = false;

                    foreach (var i in some)
                    {
                        var invoice = Invoice(i, count, customer.Id, ids, caller, now);
                        unit.Db.Add(invoice);
                        unit.Db.Add(Link(invoice, ids));
                    }

                    return Task.CompletedTask;
                },
                CancellationToken.None);
        }

        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PayPageDbContext>().Database.ExecuteSqlRawAsync(States);
    }

    private static Invoice Invoice(int i, int count, CustomerId customer, IdSource ids, Caller caller, DateTimeOffset now)
    {
        var total = 10_00 + (i * 7919L % 500_000);
        var made = now.AddDays(-Days * (1 - ((double)i / count)));
        var invoice = new Invoice
        {
            Id = InvoiceId.New(ids),
            MerchantId = caller.MerchantId,
            Mode = caller.Mode,
            Number = i == count / 3 ? $"B-{RareWord}" : $"B-{i:D6}",
            CustomerId = customer,
            BillTo = new BillTo { Name = $"Customer {i * 31 % 5_000:D4} van der Velden", CompanyName = i % 3 == 0 ? "Flowers & Sons" : null, Email = $"customer.{i * 31 % 5_000:D4}@my-email.example" },
            Currency = (i % 10) switch { 0 => Currency.Jpy, 1 => Currency.Kwd, _ => Currency.Usd },
            Amounts = new InvoiceAmounts { Lines = total },
            Total = total,
            MinimumPayment = total,
            AllowsParts = false,
            DueDate = DateOnly.FromDateTime(made.UtcDateTime).AddDays(14),
            Delivery = DeliveryMode.Email,
            Instructions = "Please quote the invoice number with any question. Thank you for your business.",
            CreatedAt = made,
        };
        invoice.MarkSent(made);
        return invoice;
    }

    private static PaymentLink Link(Invoice invoice, IdSource ids)
    {
        var id = LinkId.New(ids);
        return new PaymentLink
        {
            Id = id,
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            PredecessorId = null,
            RootId = id,
            SecretHash = RandomNumberGenerator.GetBytes(Secret.HashLength),
            ShortCodeHash = RandomNumberGenerator.GetBytes(Secret.HashLength),
            SealedAddress = RandomNumberGenerator.GetBytes(200),
            CreatedAt = invoice.CreatedAt,
            LivesUntil = invoice.CreatedAt.AddYears(1),
        };
    }
}
