using PayPage.Domain;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Unit.UseCases.Invoices.Listing;

public sealed class SearchTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    public static TheoryData<string> WildWords =>
    [
        "%", "_", "%%%", "a%", "' OR 1=1 --", "\"; DROP TABLE Invoices", "\\", "[a-z]", "*", "?", "\0", "\u0001\u0002", "\uD800", "\u202E", "🌷", "{0}", "$1",
        string.Concat(Enumerable.Repeat("wild ", 2_000)), new string('%', 10_000), new string('9', 10_000),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_people_remember_of_an_invoice_finds_it(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var shelf = new Shelf(world);
        await shelf.AddAsync(1_250_00, "Zoë Müller", "Müller & Söhne GmbH", "zoe.m@blumen.example", number: "NG-2026-0117");
        await shelf.AddAsync(99_00, "Tanya Lee", null, "tanya@example.com", number: "NG-2026-0118");
        await shelf.AddAsync(1_250, "Tanaka", null, "tanaka@example.com", Currency.Jpy, "NG-2026-0119");

        Assert.Equal("NG-2026-0117", await shelf.SearchAsync("0117"));
        Assert.Equal("NG-2026-0117", await shelf.SearchAsync("ng-2026-0117"));
        Assert.Equal("NG-2026-0117", await shelf.SearchAsync("muller"));
        Assert.Equal("NG-2026-0117", await shelf.SearchAsync("MÜLLER zoë"));
        Assert.Equal("NG-2026-0117", await shelf.SearchAsync("söhne"));
        Assert.Equal("NG-2026-0117", await shelf.SearchAsync("ZOE.M@"));
        Assert.Equal("NG-2026-0118 NG-2026-0119", await shelf.SearchAsync("tan"));
        Assert.Equal("NG-2026-0118", await shelf.SearchAsync("tan 99"));
        Assert.Equal("NG-2026-0117 NG-2026-0119", await shelf.SearchAsync("1250"));
        Assert.Equal("NG-2026-0117 NG-2026-0119", await shelf.SearchAsync("1 250"));
        Assert.Equal("NG-2026-0117 NG-2026-0119", await shelf.SearchAsync("1,250.00"));
        Assert.Equal("NG-2026-0119", await shelf.SearchAsync("JPY 1250"));
        Assert.Equal("NG-2026-0118", await shelf.SearchAsync("$99.00"));
        Assert.Equal("", await shelf.SearchAsync("tanya muller"));
        Assert.Equal("NG-2026-0117 NG-2026-0118 NG-2026-0119", await shelf.SearchAsync("   "));
    }

    [Theory]
    [MemberData(nameof(WildWords))]
    public async Task Wild_words_find_nothing_and_break_nothing(string typed)
    {
        await using var world = await World.CreateAsync();
        var shelf = new Shelf(world);
        await shelf.AddAsync(number: "A-1");

        // What is nothing once it is cleaned asks for nothing.
        Assert.Equal(SearchText.Read(typed) is null ? "A-1" : "", await shelf.SearchAsync(typed));
    }

    [Fact]
    public async Task Signs_that_databases_take_for_wild_cards_find_themselves()
    {
        await using var world = await World.CreateAsync();
        var shelf = new Shelf(world);
        await shelf.AddAsync(name: "100% Flowers", number: "A-1");
        await shelf.AddAsync(name: "O'Brien_", number: "A-2");
        await shelf.AddAsync(name: "100 Flowers", number: "A-3");

        Assert.Equal("A-1", await shelf.SearchAsync("100%"));
        Assert.Equal("A-2", await shelf.SearchAsync("'brien_"));
        Assert.Equal("A-2", await shelf.SearchAsync("_"));
    }

    [Fact]
    public async Task A_corrected_address_is_found_and_the_wrong_one_is_not()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, email: "wrong@example.com", number: "A-1");
        await world.UseAsync<ChangeAddress, bool>(change => change.HandleAsync("A-1", "right@example.com", world.Caller, Ct));
        var shelf = new Shelf(world);

        Assert.Equal("A-1", await shelf.SearchAsync("right@example"));
        Assert.Equal("", await shelf.SearchAsync("wrong@example"));
    }
}
