using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;

namespace PayPage.Bench;

/// <summary>A thousand different invoices of three lines, or as many as are wanted, each with a live link. All pages have the same length, so that bytes can be compared.</summary>
internal static class ManyInvoices
{
    public const int Count = 1_000;

    private static readonly string[] Goods = ["White roses, 50 cm", "Eucalyptus bunches", "Tulips, box of 50s"];

    public static string NumberOf(int i) => $"BENCH-{i:0000}";

    /// <param name="count">At most 10,000, for the pages' length.</param>
    /// <returns>The paths of their pay pages, in the order of their numbers.</returns>
    public static async Task<IReadOnlyList<string>> MakeAsync(IServiceProvider services, Caller caller, int count, CancellationToken ct)
    {
        var paths = new List<string>(count);

        for (var i = 0; i < count; i++)
        {
            await using var scope = services.CreateAsyncScope();
            var invoice = Invoice(i, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
            var created = (CreateInvoice.Outcome.Created)await scope.ServiceProvider.GetRequiredService<CreateInvoice>().HandleAsync(invoice, caller, ct);
            paths.Add($"/p/{await TokenAsync(scope.ServiceProvider, created.Id, ct)}");
        }

        return paths;
    }

    private static async Task<string> TokenAsync(IServiceProvider services, InvoiceId invoice, CancellationToken ct)
    {
        var db = services.GetRequiredService<PayPageDbContext>();
        var stored = await db.Links.Where(l => l.InvoiceId == invoice).Select(l => l.SealedAddress).SingleAsync(ct);
        return services.GetRequiredService<ILinkTokens>().Unseal(stored)?.Token ?? throw new InvariantException("A key made a moment ago is gone.");
    }

    private static NewInvoice Invoice(int i, DateTimeOffset now)
    {
        InvoiceLine[] lines = [.. Goods.Select((name, at) => Line(at + 1, $"{name} {i:0000}", 4 + at, 25_000_000 + (i * 10_000)))];

        return new NewInvoice
        {
            Number = NumberOf(i),
            BillTo = new BillTo { Name = "Tanya Lee", Email = $"tanya.lee.{i:0000}@my-email.example" },
            Currency = Currency.Usd,
            Amounts = new InvoiceAmounts { Lines = lines.Sum(l => l.Total) },
            Lines = lines,
            AllowsParts = true,
            MinimumPart = 10_00,
            DueDate = DateOnly.FromDateTime(now.UtcDateTime).AddDays(14),
            Delivery = DeliveryMode.None,
            Publish = true,
            Instructions = "Please quote the invoice number with any question. Thank you for your business.",
        };
    }

    private static InvoiceLine Line(int position, string name, long quantity, long micros) => new()
    {
        Position = position,
        Name = name,
        Quantity = quantity,
        UnitPriceMicros = micros,
        Total = InvoiceLine.Gross(micros, quantity, Currency.Usd),
    };
}
