using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Processors;

namespace PayPage.Unit.Domain.Invoices.Intake;

/// <summary>What the processor cannot take is refused when the invoice is written, and not to its payer.</summary>
public sealed class TakesReadingTests
{
    private static readonly Takes Picky = new("Stripe", currency => currency.Code switch
    {
        "USD" => new AmountLimits(50, 99_999_999, 1),
        "KWD" => new AmountLimits(150, 99_999_990, 10),
        _ => null,
    });

    [Theory]
    [InlineData("EUR", 10_00, ProposalFields.Currency, "Stripe cannot take EUR")]
    [InlineData("USD", 49, ProposalFields.Total, "The least that Stripe can take is USD 0.50")]
    [InlineData("USD", 100_000_000, ProposalFields.Total, "The most that Stripe can take at once is USD 999999.99")]
    [InlineData("KWD", 5124, ProposalFields.Total, "multiples of KWD 0.010. The next one is KWD 5.130")]
    public void It_is_said_at_the_field(string currency, long total, string field, string words)
    {
        var faulty = Assert.IsType<ProposalReading.Faulty>(Of(currency, total).HeldAgainst(Picky));

        var fault = Assert.Single(faulty.Faults);
        Assert.Equal(field, fault.Field);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("USD", 50)]
    [InlineData("USD", 99_999_999)]
    [InlineData("KWD", 5130)]
    public void What_it_can_take_goes_on_as_it_is(string currency, long total)
    {
        var reading = Of(currency, total);

        Assert.Same(reading, reading.HeldAgainst(Picky));
        Assert.Same(reading, reading.HeldAgainst(Takes.Anything));
    }

    [Theory]
    [InlineData(null, 50)]
    [InlineData(20L, 50)]
    [InlineData(200L, 200)]
    public void Parts_are_never_smaller_than_it_can_take(long? wanted, long minimum)
    {
        var reading = new ProposalReading.Read(((ProposalReading.Read)Of("USD", 10_00)).Invoice with { AllowsParts = true, MinimumPart = wanted });

        Assert.Equal(minimum, Assert.IsType<ProposalReading.Read>(reading.HeldAgainst(Picky)).Invoice.MinimumPart);
    }

    private static ProposalReading.Read Of(string currency, long total) => new(new NewInvoice
    {
        BillTo = new BillTo { Name = "Tanya Lee" },
        Currency = Currency.Parse(currency),
        Amounts = new InvoiceAmounts { Lines = total },
        Lines = [],
        Description = "Flowers",
        DueDate = new DateOnly(2026, 12, 1),
        Delivery = DeliveryMode.None,
    });
}
