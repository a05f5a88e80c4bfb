using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Data.HotReads;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;

namespace PayPage.Unit.Data;

public sealed class LinkShelfTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_happens_to_a_link_the_fast_reading_tells_what_the_model_tells(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var invoice = await WithLinesAsync(world, "A-1", Currency.Usd, 3);
        await WithLinesAsync(world, "A-2", Currency.Jpy, 30);
        await WithLinesAsync(world, "A-3", Currency.Kwd, 1);
        var (link, token) = await world.LinkOfAsync(invoice);
        await BothAgreeAsync(world);

        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        await BothAgreeAsync(world);

        await world.RecordAsync(await world.OpenPaymentAsync(invoice, 10_00), ProcessorState.Declined);
        await BothAgreeAsync(world);

        var payment = await world.OpenPaymentAsync(invoice, 10_00);
        await BothAgreeAsync(world);
        await world.RecordAsync(payment, ProcessorState.Processing);
        await BothAgreeAsync(world);
        await world.RecordAsync(payment, ProcessorState.Succeeded);
        await BothAgreeAsync(world);

        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("A-2", world.Caller, Ct));
        await world.UseAsync<ChangeAddress, bool>(change => change.HandleAsync("A-3", "right@example.com", world.Caller, Ct));
        await BothAgreeAsync(world);

        world.Clock.Advance(TimeSpan.FromDays(800));
        await world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));
        await BothAgreeAsync(world);
        Assert.Equal(LinkStatus.Used, (await world.LinkAsync(link)).Status);
    }

    [Fact]
    public async Task The_fast_reading_tells_what_the_model_tells_of_the_whole_demo()
    {
        await using var site = new RunningSite();
        await site.ReadyBrowserAsync(Ct);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PayPageDbContext>();

        await BothAgreeAsync(db, site.Services.GetRequiredService<LinkShelf>());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_has_not_changed_is_not_read_again_and_what_has_is_seen_at_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (link, _) = await world.LinkOfAsync(await world.InvoiceAsync(50_00));
        var (other, _) = await world.LinkOfAsync(await world.InvoiceAsync(60_00));
        var first = await FindAsync(world, link);
        var second = await FindAsync(world, link);

        Assert.Same(first.Invoice, second.Invoice);
        Assert.Same(first.Merchant, (await FindAsync(world, other)).Merchant);

        await world.Get<WriteSeam>().RunAsync(
            async (unit, ct) => (await unit.Db.Merchants.SingleAsync(m => m.Id == first.Merchant.Id, ct)).Name = "Southgate Flowers", Ct);

        var third = await FindAsync(world, link);
        Assert.Equal("Southgate Flowers", third.Merchant.Name);
        Assert.Same(first.Invoice, third.Invoice);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Sums_and_states_are_read_live_even_where_somebody_forgot_the_version(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (link, _) = await world.LinkOfAsync(await world.InvoiceAsync(50_00));
        await FindAsync(world, link);

        await world.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Invoices SET Paid = 4000", Ct));
        Assert.Equal(10_00, (await FindAsync(world, link)).Invoice.Due.Minor);

        await world.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Links SET Status = 'Revoked'", Ct));
        Assert.Equal(LinkStatus.Revoked, (await FindAsync(world, link)).Link.Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_hash_that_no_link_has_leads_nowhere(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        Assert.Null(await world.Get<LinkShelf>().FindAsync(new byte[Secret.HashLength], Ct));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Many_who_look_while_one_pays_see_a_moment_that_was(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var invoice = await world.InvoiceAsync(50_00);
        var (link, _) = await world.LinkOfAsync(invoice);
        var hash = (await world.LinkAsync(link)).SecretHash;
        using var paid = new CancellationTokenSource();
        var looks = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                do
                {
                    var facts = await world.Get<LinkShelf>().FindAsync(hash, Ct);
                    Assert.NotNull(facts);
                    Assert.Equal(facts.Invoice.Reserved, facts.Payments.Where(p => p.IsOpen).Sum(p => p.Amount.Minor));
                }
                while (!paid.IsCancellationRequested);
            },
            Ct)).ToArray();

        for (var i = 0; i < 5; i++)
        {
            await world.RecordAsync(await world.OpenPaymentAsync(invoice, 10_00), ProcessorState.Declined);
        }

        await paid.CancelAsync();
        await Task.WhenAll(looks);
    }

    private static async Task<LinkFacts> FindAsync(World world, LinkId link)
    {
        var facts = await world.Get<LinkShelf>().FindAsync((await world.LinkAsync(link)).SecretHash, Ct);
        Assert.NotNull(facts);
        return facts;
    }

    private static async Task BothAgreeAsync(World world)
    {
        await using var db = world.Database.Open();
        await BothAgreeAsync(db, world.Get<LinkShelf>());
    }

    private static async Task BothAgreeAsync(PayPageDbContext db, LinkShelf shelf)
    {
        foreach (var link in await db.Links.AsNoTracking().ToListAsync(Ct))
        {
            var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == link.InvoiceId, Ct);
            var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == link.MerchantId, Ct);
            var payments = await db.Payments.AsNoTracking().Where(p => p.LinkId == link.Id).OrderByDescending(p => p.PreparedAt).ToListAsync(Ct);

            for (var look = 1; look <= 2; look++)    // read, then known
            {
                var facts = await shelf.FindAsync(link.SecretHash, Ct);
                Assert.NotNull(facts);
                Assert.Equal(Columns(db, link), Columns(db, facts.Link));
                Assert.Equal(Columns(db, invoice), Columns(db, facts.Invoice));
                Assert.Equivalent(invoice.Lines, facts.Invoice.Lines, strict: true);
                Assert.Equal(Columns(db, merchant), Columns(db, facts.Merchant));
                Assert.Equal(payments.Select(p => Columns(db, p)), facts.Payments.Select(p => Columns(db, p)));
            }
        }
    }

    /// <summary>Every column that the model knows, those of tomorrow included.</summary>
    // Raised without the invoice's version, so that news of a visit is no change to anybody who edits it. No page shows it.
    private const string CountOfNews = nameof(Invoice.EventCount);

    private static string Columns(PayPageDbContext db, object entity)
    {
        var entry = db.Entry(entity);
        return string.Join('\n', entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties)).Where(p => p.Metadata.Name != CountOfNews).Select(Text));

        static string Text(PropertyEntry p) => $"{p.Metadata.DeclaringType.ShortName()}.{p.Metadata.Name} = {(p.CurrentValue is byte[] bytes ? Convert.ToHexString(bytes) : p.CurrentValue)}";
    }

    private static async Task<InvoiceId> WithLinesAsync(World world, string number, Currency currency, int count)
    {
        InvoiceLine[] lines = [.. Enumerable.Range(1, count).Select(i => new InvoiceLine
        {
            Position = i, Name = $"Bouquet no. {i}", Quantity = i, UnitPriceMicros = 12_000_000, Total = InvoiceLine.Gross(12_000_000, i, currency),
        })];
        var wanted = new NewInvoice
        {
            Number = number,
            BillTo = new BillTo { Name = "Tanya Lee", Email = "tanya@example.com" },
            Currency = currency,
            Amounts = new InvoiceAmounts { Lines = lines.Sum(l => l.Total) },
            Lines = lines,
            AllowsParts = true,
            DueDate = new DateOnly(2026, 12, 1),
            Delivery = DeliveryMode.None,
            Publish = true,
        };

        return Assert.IsType<CreateInvoice.Outcome.Created>(
            await world.UseAsync<CreateInvoice, CreateInvoice.Outcome>(create => create.HandleAsync(wanted, world.Caller, Ct))).Id;
    }
}
