using System.Buffers.Text;
using System.Text;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Unit.UseCases.Invoices.Listing;

public sealed class ListCursorTests
{
    private const string Id = "019aa1b2c3d47e5f8a9b0c1d2e3f4a5b";

    public static TheoryData<string> Wild =>
    [
        "", "x", "%00", "../../etc", new string('A', 10_000), new string('A', 399), "====", "AAAA",
        Packed(""), Packed("0f"), Packed($"0f{Id}"), Packed($"0f{Id}-1"), Packed($"0f{Id}99999999999999999999"), Packed($"0f{Id}{long.MaxValue}"),
        Packed($"0x{Id}0"), Packed($"9f{Id}0"), Packed($"0f{Id[..^1]}z0"), Packed($"0f{Id} 1"), Packed($"0f{Id}1e3"),
        Base64Url.EncodeToString([0xFF, 0xFE, 0x00]),
    ];

    [Fact]
    public void A_place_comes_back_from_the_address_as_it_went()
    {
        var id = new InvoiceId(Guid.Parse(Id));
        ListCursor[] places =
        [
            new(InvoiceSort.Created, new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero).AddTicks(7), id, false),
            new(InvoiceSort.Due, new DateOnly(2026, 12, 1), id, true),
            new(InvoiceSort.Amount, new Money(12_50, Currency.Usd), id, false),
            new(InvoiceSort.Number, "NG/2026 #1:ü", id, true),
            new(InvoiceSort.Customer, "", id, false),
        ];

        Assert.All(places, place => Assert.Equal(place, ListCursor.Read($"{place}", place.Sort)));
        Assert.All(places, place => Assert.Matches("^[A-Za-z0-9_-]+$", $"{place}"));
        Assert.All(places, place => Assert.Null(ListCursor.Read($"{place}", (InvoiceSort)(((int)place.Sort + 1) % 5))));
    }

    [Theory]
    [MemberData(nameof(Wild))]
    public void Anything_else_is_no_place(string text) => Assert.Null(ListCursor.Read(text, InvoiceSort.Created));

    [Theory]
    [InlineData(nameof(InvoiceSort.Due), "9999999")]
    [InlineData(nameof(InvoiceSort.Amount), "")]
    [InlineData(nameof(InvoiceSort.Amount), "ABC100")]
    [InlineData(nameof(InvoiceSort.Amount), "USD")]
    [InlineData(nameof(InvoiceSort.Amount), "USD-5")]
    public void A_value_that_the_order_does_not_have_is_none(string by, string value)
    {
        var sort = Enum.Parse<InvoiceSort>(by);

        Assert.Null(ListCursor.Read(Packed($"{(int)sort}f{Id}{value}"), sort));
    }

    private static string Packed(string plain) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(plain));
}
