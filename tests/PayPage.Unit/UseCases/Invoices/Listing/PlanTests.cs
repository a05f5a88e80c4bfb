using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Unit.UseCases.Invoices.Listing;

/// <summary>How the databases answer: the list stays fast only as long as each question walks along the index that was made for it.</summary>
public sealed class PlanTests
{
    private static readonly Currency[] Currencies = [Currency.Jpy, Currency.Usd];
    private static readonly bool[] Ways = [true, false];

    // With everything in it that a filter can ask for.
    private static readonly InvoiceFilter Everything = new()
    {
        Search = SearchText.Read("zoe 1,250.00"),
        Statuses = Enum.GetValues<InvoiceStatus>(),
        Viewed = true,
        Overdue = true,
        CreatedFrom = new DateOnly(2026, 1, 1),
        CreatedTo = new DateOnly(2026, 12, 31),
        DueFrom = new DateOnly(2026, 1, 1),
        DueTo = new DateOnly(2026, 12, 31),
        Currency = Currency.Usd,
        Least = 1_0000,
        Most = 2_0000,
    };

    public static TheoryData<string, string> Orders => new()
    {
        { nameof(InvoiceSort.Created), "IX_Invoices_List" },
        { nameof(InvoiceSort.Due), "IX_Invoices_MerchantId_Mode_DueDate_Id" },
        { nameof(InvoiceSort.Amount), "IX_Invoices_Sums" },
        { nameof(InvoiceSort.Number), "IX_Invoices_MerchantId_Mode_Number" },
        { nameof(InvoiceSort.Customer), "IX_Invoices_MerchantId_Mode_SortName_Id" },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Each_page_is_a_walk_along_an_index_and_nothing_is_sorted(string by, string index)
    {
        await using var world = await World.CreateAsync();
        var sort = Enum.Parse<InvoiceSort>(by);

        await world.ReadAsync(async db =>
        {
            foreach (var stretch in Stretches(db, world, new InvoiceFilter(), sort))
            {
                var plan = await PlanAsync(stretch.Take(ListInvoices.PageLength).Select(i => i.Number));    // without the lines, as the list itself
                Assert.Contains(index, plan, StringComparison.Ordinal);
                Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
                Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
            }

            return true;
        });
    }

    [Fact]
    public async Task A_search_reads_the_index_of_the_list_and_no_invoice()
    {
        await using var world = await World.CreateAsync();

        var plan = await world.ReadAsync(db => PlanAsync(
            Passing(db, world, new InvoiceFilter { Search = SearchText.Read("zoe 1,250.00"), Overdue = true })
                .OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Select(i => i.Id).Take(ListInvoices.MostCounted)));

        Assert.Contains("USING COVERING INDEX IX_Invoices_List", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_offset_passes_over_is_counted_off_along_the_index_of_the_list()
    {
        await using var world = await World.CreateAsync();

        foreach (var status in Enum.GetValues<InvoiceStatus>().Cast<InvoiceStatus?>().Append(null))
        {
            var plan = await world.ReadAsync(db => PlanAsync(PageInvoices.Ids(Passing(db, world, new InvoiceFilter { Statuses = status is { } one ? [one] : [] }), 50_000, 25)));

            // What is held stands in the invoice: of those statuses that depend on it, each is looked up.
            var covering = status is null or InvoiceStatus.Draft or InvoiceStatus.Paid or InvoiceStatus.Canceled;
            Assert.Contains(covering ? "USING COVERING INDEX IX_Invoices_List" : "USING INDEX IX_Invoices_List", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_question_can_be_put_to_sql_server_too()
    {
        await using var world = await World.CreateAsync();
        await using var server = new SqlServerDbContext(new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer("Server=nowhere").Options);

        foreach (var sort in Enum.GetValues<InvoiceSort>())
        {
            Assert.All(Stretches(server, world, Everything, sort), stretch => Assert.Contains("ORDER BY", stretch.Take(1).ToQueryString(), StringComparison.Ordinal));
        }
    }

    private static IEnumerable<IQueryable<Invoice>> Stretches(PayPageDbContext db, World world, InvoiceFilter filter, InvoiceSort sort)
    {
        object value = sort switch
        {
            InvoiceSort.Created => world.Clock.GetUtcNow(),
            InvoiceSort.Due => new DateOnly(2026, 12, 1),
            InvoiceSort.Amount => new Money(12_50, Currency.Usd),
            InvoiceSort.Number or InvoiceSort.Customer => "M",
        };
        var place = new ListCursor(sort, value, new InvoiceId(Guid.Empty), Back: false);

        return from up in Ways
               from start in (ListCursor?[])[null, place]
               from stretch in ListStretches.Of(Passing(db, world, filter), sort, up, start, Currencies)
               select stretch;
    }

    private static IQueryable<Invoice> Passing(PayPageDbContext db, World world, InvoiceFilter filter) =>
        new FilterInvoices(db).Handle(filter, world.Caller, Currencies, new DateOnly(2026, 11, 21), TimeZoneInfo.Utc);

    /// <summary>What SQLite says it would do: it decides by the schema alone, so an empty database tells.</summary>
    private static async Task<string> PlanAsync<T>(IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        await command.Connection!.OpenAsync(Ct);    // a command of a context has one
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var steps = new List<string>();

        while (await rows.ReadAsync(Ct))
        {
            steps.Add(rows.GetString(3));
        }

        return string.Join('\n', steps);
    }
}
