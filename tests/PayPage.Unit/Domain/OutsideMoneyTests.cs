using PayPage.Domain;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Domain;

public sealed class OutsideMoneyTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(OutsideKind.Cash, null, "Cash")]
    [InlineData(OutsideKind.Cheque, "100 234", "Cheque 100 234")]
    [InlineData(OutsideKind.Transfer, "NL-7", "Bank transfer NL-7")]
    public void Its_means_are_written_for_people_and_read_again(OutsideKind kind, string? number, string text)
    {
        var means = new OutsideMeans(kind, number);

        Assert.Equal(text, $"{means}");
        Assert.Equal(means, OutsideMeans.Read(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Visa •••• 4242")]
    [InlineData("Cashier Bank")]
    public void Cards_and_banks_are_not_taken_for_it(string? instrument) => Assert.Null(OutsideMeans.Read(instrument));

    [Fact]
    public void What_is_typed_well_is_read()
    {
        var read = Assert.IsType<OutsideReading.Read>(new OutsideProposal(" 1250,50 ", "Cheque", " 100234 ", "2026-11-22").Read(Currency.Usd, Today));

        Assert.Equal(new OutsideReading.Read(125_050, new OutsideMeans(OutsideKind.Cheque, "100234"), Today), read);
    }

    [Theory]
    [InlineData("", "Cash", "", "2026-11-22", "Amount")]
    [InlineData("0", "Cash", "", "2026-11-22", "Amount")]
    [InlineData("-5", "Cash", "", "2026-11-22", "Amount")]
    [InlineData("1,250", "Cash", "", "2026-11-22", "Amount")]
    [InlineData("5.005", "Cash", "", "2026-11-22", "Amount")]
    [InlineData("999999999999999999", "Cash", "", "2026-11-22", "Amount")]
    [InlineData("5", "", "", "2026-11-22", "Kind")]
    [InlineData("5", "7", "", "2026-11-22", "Kind")]
    [InlineData("5", "Cash", "4242424242424242", "2026-11-22", "Number")]
    [InlineData("5", "Cash", "0123456789012345678901234567890123456789012345678901", "2026-11-22", "Number")]
    [InlineData("5", "Cash", "", "22.11.2026", "ReceivedOn")]
    [InlineData("5", "Cash", "", "2026-11-23", "ReceivedOn")]
    [InlineData("5", "Cash", "", "0206-11-22", "ReceivedOn")]
    public void What_is_typed_wrong_is_named_by_its_field(string amount, string kind, string number, string on, string field) =>
        Assert.Equal(field, Assert.Single(Assert.IsType<OutsideReading.Faulty>(new OutsideProposal(amount, kind, number, on).Read(Currency.Usd, Today)).Faults).Key);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.Equal(3, Assert.IsType<OutsideReading.Faulty>(new OutsideProposal(null, null, null, null).Read(Currency.Jpy, Today)).Faults.Count);
}
