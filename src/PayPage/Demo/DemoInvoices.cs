using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;

namespace PayPage.Demo;

/// <summary>The demo merchant's invoices, made by the same verbs as anybody's. States that need money are paid by <see cref="DemoPayers"/>.</summary>
internal sealed class DemoInvoices(
    CreateInvoice create, CancelInvoice cancel, OpenLink openLink, RevokeLink revoke, PayPageDbContext db, ILinkTokens tokens, TimeProvider clock)
{
    public const string Partial = "DEMO-PARTIAL";
    public const string Paid = "DEMO-PAID";
    public const string Pending = "DEMO-PENDING";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task SeedAsync(Caller caller, CancellationToken ct)
    {
        var usd = Currency.Usd;
        await AddAsync(caller, "DEMO-DRAFT", usd, [Line("White roses, 50 cm", 20, 12_050_000, usd)], ct, publish: false);
        await AddAsync(caller, "DEMO-CREATED", usd, [Line("Eucalyptus bunch", 10, 5_250_000, usd)], ct);
        await AddAsync(caller, "DEMO-SENT", usd, [Line("White roses, 50 cm", 20, 12_050_000, usd), Line("Eucalyptus bunch", 10, 5_250_000, usd)], ct, mail: true);
        await AddAsync(caller, "DEMO-30-LINES", usd, [.. Enumerable.Range(1, 30).Select(i => Line($"Mixed bouquet no. {i}", i, 8_990_000, usd))], ct, parts: true);
        await AddAsync(caller, "DEMO-JPY", Currency.Jpy, [Line("Ikebana workshop", 1, 12_000_000_000, Currency.Jpy)], ct, parts: true);
        await AddAsync(caller, "DEMO-KWD", Currency.Kwd, [Line("Wedding arrangement", 3, 85_125_000, Currency.Kwd)], ct, parts: true);
        await AddAsync(caller, "DEMO-OVERDUE", usd, [Line("Tulips, box of 50", 2, 39_900_000, usd)], ct, mail: true, dueIn: -20);
        await AddAsync(caller, Partial, usd, [Line("Weekly office flowers, November", 4, 62_500_000, usd)], ct, parts: true, mail: true);
        await AddAsync(caller, Paid, usd, [Line("Funeral wreath", 1, 145_000_000, usd)], ct, mail: true);
        await AddAsync(caller, Pending, usd, [Line("Garden plants", 12, 9_750_000, usd)], ct, mail: true);

        await AddAsync(caller, "DEMO-VIEWED", usd, [Line("Orchid in pot", 2, 32_000_000, usd)], ct, mail: true);
        await openLink.HandleAsync(await TokenAsync(caller, "DEMO-VIEWED", ct) ?? "", ct);

        await AddAsync(caller, "DEMO-CANCELED", usd, [Line("Dried lavender", 6, 7_500_000, usd)], ct);
        await cancel.HandleAsync("DEMO-CANCELED", caller, ct);

        await AddAsync(caller, "DEMO-EXPIRED", usd, [Line("Daffodils, 40 bunches", 40, 1_750_000, usd)], ct, dueIn: -9, expiresIn: -2);
        await AddAsync(caller, "DEMO-EVERYTHING", usd, Everything(usd), ct, parts: true, with: a => a with
        {
            Discount = 25_00,
            Tax = 27_08,
            TaxRate = new Rate(8_25000),
            TaxType = "State tax",
            Freight = 18_00,
            FreightTax = 1_49,
        });
        await AddAsync(caller, "DEMO-LONG-WORDS-1234567890", usd, Long(usd), ct, parts: true);

        await AddAsync(caller, "DEMO-REVOKED", usd, [Line("Sunflowers", 15, 3_200_000, usd)], ct);
        var link = await db.Links.Where(l => db.Invoices.Any(i => i.Id == l.InvoiceId && i.Number == "DEMO-REVOKED")).Select(l => l.Id).SingleAsync(ct);
        await revoke.HandleAsync(caller.MerchantId, link, caller.Actor, ct);
    }

    /// <returns>The token of the newest link of an invoice; null when it has none.</returns>
    public async Task<string?> TokenAsync(Caller caller, string number, CancellationToken ct)
    {
        var stored = await db.Links
            .Where(l => l.MerchantId == caller.MerchantId && db.Invoices.Any(i => i.Id == l.InvoiceId && i.Number == number))
            .OrderByDescending(l => l.CreatedAt)
            .Select(l => l.SealedAddress)
            .FirstOrDefaultAsync(ct);

        return stored is null ? null : tokens.Unseal(stored)?.Token;
    }

    /// <summary>A link that a visitor can pay right now: an untouched one of this or an earlier start, else of a new invoice.</summary>
    public async Task<string> ReadyTokenAsync(Caller caller, CancellationToken ct)
    {
        var ready = await db.Links
            .Where(l => l.MerchantId == caller.MerchantId && l.Status == LinkStatus.Active && l.LivesUntil > clock.GetUtcNow())
            .Where(l => db.Invoices.Any(i => i.Id == l.InvoiceId && i.Number.StartsWith("DEMO-READY") && i.Total - i.Paid - i.Reserved > 0))
            .OrderByDescending(l => l.CreatedAt)
            .Select(l => l.SealedAddress)
            .FirstOrDefaultAsync(ct);

        if (ready is not null && tokens.Unseal(ready) is { } address)
        {
            return address.Token;
        }

        var number = $"DEMO-READY-{await db.Invoices.CountAsync(i => i.MerchantId == caller.MerchantId, ct)}";
        var usd = Currency.Usd;
        await AddAsync(caller, number, usd, [Line("White roses, 50 cm, grade A1", 20, 12_050_000, usd), Line("Eucalyptus cinerea bunch", 10, 5_250_000, usd)], ct, parts: true);
        return await TokenAsync(caller, number, ct) ?? throw new InvariantException("A published invoice has no link.");
    }

    private async Task AddAsync(
        Caller caller, string number, Currency currency, List<InvoiceLine> lines, CancellationToken ct,
        bool publish = true, bool parts = false, bool mail = false, int dueIn = 14, int? expiresIn = null, Func<InvoiceAmounts, InvoiceAmounts>? with = null) => await create.HandleAsync(
        new NewInvoice
        {
            Number = number,
            BillTo = new BillTo { Name = "Tanya Lee", Email = "tanya.lee@my-email.example" },
            Currency = currency,
            Amounts = (with ?? (a => a))(new InvoiceAmounts { Lines = lines.Sum(l => l.Total) }),
            Lines = [.. lines.Select((line, i) => Numbered(line, i + 1))],
            AllowsParts = parts,
            MinimumPart = parts ? 10 * currency.UnitsPerOne : null,
            DueDate = Today.AddDays(dueIn),
            ExpirationDate = expiresIn is { } days ? Today.AddDays(days) : null,
            Delivery = mail ? DeliveryMode.Email : DeliveryMode.None,
            Publish = publish,
            Instructions = "Please quote the invoice number with any question. Thank you for your business.",
        },
        caller,
        ct);

    private static List<InvoiceLine> Everything(Currency usd) =>
    [
        Line("White roses, 50 cm, grade A1", 20, 12_050_000, usd),
        Discounted(Line("Eucalyptus cinerea, bunch", 10, 5_250_000, usd), 5_25),
        Line("Delivery on a Sunday", 1, 39_995_000, usd),
    ];

    /// <summary>What a page must bear: the longest names, amounts of twelve digits, a word that does not end.</summary>
    private static List<InvoiceLine> Long(Currency usd) =>
    [
        Line("Flowers", 1, 899_999_999_999_000_000, usd),
        Line(new string('W', 60) + string.Concat(Enumerable.Repeat(" a name that goes on and on", 7)), 999_999_999, 1, usd),
    ];

    private static InvoiceLine Discounted(InvoiceLine line, long discount) => new()
    {
        Position = 0,
        Name = line.Name,
        Quantity = line.Quantity,
        UnitPriceMicros = line.UnitPriceMicros,
        Discount = discount,
        Total = line.Total - discount,
    };

    private static InvoiceLine Line(string name, long quantity, long micros, Currency currency) => new()
    {
        Position = 0,
        Name = name,
        Quantity = quantity,
        UnitPriceMicros = micros,
        Total = InvoiceLine.Gross(micros, quantity, currency),
    };

    private static InvoiceLine Numbered(InvoiceLine line, int position) => new()
    {
        Position = position,
        Name = line.Name,
        Quantity = line.Quantity,
        UnitPriceMicros = line.UnitPriceMicros,
        Discount = line.Discount,
        Total = line.Total,
    };
}
