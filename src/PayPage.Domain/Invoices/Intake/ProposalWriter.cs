using System.Globalization;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>The way back: an invoice as the texts that would be typed to make the same again. What a form shows to change or to repeat it.</summary>
/// <remarks>Read again, it comes to the same lines and amounts, to the minor unit; a test tries it with many.</remarks>
public static class ProposalWriter
{
    private const int GroupLength = 3;

    public static InvoiceProposal Write(NewInvoice invoice)
    {
        var (amounts, currency) = (invoice.Amounts, invoice.Currency);
        var hasLines = invoice.Lines.Count > 0;

        // A percentage that says it all stands alone, so that it goes on counting when a line changes.
        var discountByRate = hasLines && amounts.DiscountRate?.Of(amounts.Lines) == amounts.Discount;
        var taxByRate = hasLines && amounts.TaxRate?.Of(Math.Max(0, amounts.Lines - amounts.Discount)) == amounts.Tax;

        return new InvoiceProposal
        {
            Number = invoice.Number,
            CustomerName = invoice.BillTo.Name,
            CustomerEmail = invoice.BillTo.Email,
            CustomerPhone = invoice.BillTo.Phone,
            MerchantCustomerId = invoice.BillTo.MerchantCustomerId,
            CompanyName = invoice.BillTo.CompanyName,
            BillingAddress = invoice.BillTo.Address,
            Description = invoice.Description,
            Instructions = invoice.Instructions,
            DueDate = Date(invoice.DueDate),
            ExpirationDate = invoice.ExpirationDate is { } last ? Date(last) : null,
            Currency = currency.Code,
            Total = hasLines ? null : Figure(amounts.Total, currency),
            MinimumPart = invoice.MinimumPart is { } least ? Figure(least, currency) : null,
            DiscountAmount = discountByRate ? null : Given(amounts.Discount, amounts.DiscountRate, currency),
            DiscountPercent = Percent(amounts.DiscountRate),
            TaxType = amounts.TaxType,
            TaxAmount = taxByRate ? null : Given(amounts.Tax, amounts.TaxRate, currency),
            TaxRate = Percent(amounts.TaxRate),
            FreightAmount = Given(amounts.Freight, null, currency),
            FreightTaxable = Flag(amounts.FreightTaxable),
            FreightTaxRate = Percent(amounts.FreightTaxRate),
            Language = invoice.Language,
            TransactionReference = invoice.TransactionReference,
            Delivery = Way(invoice.Delivery),
            Publish = Flag(invoice.Publish),
            AllowsParts = Flag(invoice.AllowsParts),
            AsksPhone = Flag(invoice.AsksPhone),
            AsksShipping = Flag(invoice.AsksShipping),
            IncludesLink = invoice.IncludesLink is { } includes ? Flag(includes) : null,
            Lines = [.. invoice.Lines.Select(line => Line(line, currency))],
        };
    }

    private static LineProposal Line(InvoiceLine line, Currency currency)
    {
        var gross = InvoiceLine.Gross(line.UnitPriceMicros, line.Quantity, currency);

        return new LineProposal
        {
            Sku = line.Sku,
            Name = line.Name,
            Quantity = line.Quantity.ToString(CultureInfo.InvariantCulture),
            UnitPrice = Price(line.UnitPriceMicros, currency),
            DiscountAmount = line.DiscountRate?.Of(gross) == line.Discount ? null : Given(line.Discount, line.DiscountRate, currency),
            DiscountPercent = Percent(line.DiscountRate),
            TaxAmount = line.TaxRate?.Of(gross - line.Discount) == line.Tax ? null : Given(line.Tax, line.TaxRate, currency),
            TaxRate = Percent(line.TaxRate),
        };
    }

    /// <summary>Nothing where there is nothing; but a 0 beside a percentage was written on purpose.</summary>
    private static string? Given(long minor, Rate? rate, Currency currency) => minor == 0 && rate is null ? null : Figure(minor, currency);

    private static string Figure(long minor, Currency currency) => new Money(minor, currency).Figure;

    /// <summary>At least the currency's own decimals, at most six; never just three where these might be taken for thousands.</summary>
    private static string Price(long micros, Currency currency)
    {
        var digits = micros.ToString(CultureInfo.InvariantCulture).PadLeft(InvoiceLine.PriceDigits + 1, '0');
        var meant = digits[^InvoiceLine.PriceDigits..].TrimEnd('0');
        var part = meant.PadRight(Math.Max(currency.Digits, meant.Length == GroupLength && currency.Digits < GroupLength ? GroupLength + 1 : meant.Length), '0');
        return part.Length == 0 ? digits[..^InvoiceLine.PriceDigits] : $"{digits[..^InvoiceLine.PriceDigits]}.{part}";
    }

    private static string? Percent(Rate? rate) => rate is { } share
        ? (share.Value / (decimal)Rate.Whole.Value * 100).ToString("0.#####", CultureInfo.InvariantCulture)
        : null;

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static string Way(DeliveryMode mode) => mode switch
    {
        DeliveryMode.None => "none",
        DeliveryMode.Email => "email",
        DeliveryMode.Sms => "sms",
        DeliveryMode.Both => "both",
    };
}
