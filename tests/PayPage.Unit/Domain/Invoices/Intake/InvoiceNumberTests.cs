using PayPage.Domain.Invoices.Intake;

namespace PayPage.Unit.Domain.Invoices.Intake;

public sealed class InvoiceNumberTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("  INV 1/é ", "INV 1/é")]
    [InlineData("e\u0301", "é")]
    [InlineData("A-b_c.d/e#f:g+h", "A-b_c.d/e#f:g+h")]
    [InlineData("12345678901234567890123456", "12345678901234567890123456")]
    public void Is_one(string text, string number)
    {
        Assert.True(InvoiceNumber.TryRead(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("12345678901234567890123456789012345678901")]
    [InlineData("a\nb")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u200Bb")]
    [InlineData("a%2Fb")]
    [InlineData("a\\b")]
    [InlineData("<b>")]
    [InlineData("..")]
    [InlineData("١٢")]
    [InlineData("\uD800")]
    [InlineData("a\0")]
    public void Is_none(string? text) => Assert.False(InvoiceNumber.TryRead(text, out _));
}
