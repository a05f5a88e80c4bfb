using System.Globalization;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>Reads the figures of one sum, and remembers whether all of them could be read.</summary>
/// <param name="currency">Null where it is unknown: figures are then only checked for being figures.</param>
internal sealed class FigureReader(FaultList faults, Currency? currency)
{
    /// <summary>999.99999 %: no tax on earth is higher.</summary>
    private const long MostTaxRate = 99_999_999;

    private const int FinestCurrency = 4;

    /// <summary>False as soon as one figure had a fault, now or before: then nothing can be worked out.</summary>
    public bool IsSound { get; private set; } = currency is not null;

    /// <returns>Minor units, 0 to <see cref="Money.MostMinor"/>; null where it was not given or has a fault.</returns>
    public long? Amount(string field, string? text) => Read(
        field, text, currency?.Digits ?? FinestCurrency, "the amount", currency is null ? long.MaxValue : Money.MostMinor);

    /// <returns>Millionths of the currency's major unit.</returns>
    public long? Price(string field, string? text) => Read(field, text, InvoiceLine.PriceDigits, "the price", long.MaxValue);

    /// <returns>1 where it was not given.</returns>
    public long Quantity(string field, string? text)
    {
        var quantity = Read(field, text, 0, "the quantity", InvoiceLine.MostQuantity) ?? 1;
        return quantity == 0 ? Refuse(field, "Write a quantity of 1 or more.") ?? 1 : quantity;
    }

    /// <returns>0 to 100 %.</returns>
    public Rate? Share(string field, string? text) =>
        Read(field, text, Rate.Digits, "the percentage", Rate.Whole.Value) is { } value ? new Rate(value) : null;

    /// <returns>0 to 999.99999 %.</returns>
    public Rate? TaxRate(string field, string? text) =>
        Read(field, text, Rate.Digits, "the percentage", MostTaxRate) is { } value ? new Rate(value) : null;

    /// <summary>Notes a fault of this sum that shows only when figures meet.</summary>
    /// <returns>Null, for the caller to return.</returns>
    public long? Refuse(string field, string message)
    {
        IsSound = false;
        faults.Invalid(field, message);
        return null;
    }

    private long? Read(string field, string? text, int digits, string noun, long most)
    {
        if (faults.Has(field))
        {
            IsSound = false;
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var reading = AmountText.Read(text, digits);
        var fault = reading is { Fault: null, Value: var value } && value > most ? AmountText.Fault.TooLarge : reading.Fault;
        return fault is null ? reading.Value : Refuse(field, Advice(fault.Value, digits, noun, most));
    }

    private static string Advice(AmountText.Fault fault, int digits, string noun, long most) => fault switch
    {
        AmountText.Fault.Missing or AmountText.Fault.NotANumber or AmountText.Fault.Ambiguous =>
            $"This is not a plain number. Write {noun} with the digits 0 to 9 and at most one decimal point, for example {Example(digits)}.",
        AmountText.Fault.Negative => $"Write {noun} without a minus sign, for example {Example(digits)}.",
        AmountText.Fault.TooManyDecimals when digits == 0 => $"Write {noun} without decimals, for example {Example(digits)}.",
        AmountText.Fault.TooManyDecimals => $"Write {noun} with at most {Text(digits)} decimals, for example {Example(digits)}.",
        AmountText.Fault.TooLarge when most == long.MaxValue => $"This is too large. Write {noun} with fewer digits.",
        AmountText.Fault.TooLarge => $"This is too large. The most is {Figure(most, digits)}.",
    };

    private static string Example(int digits) => digits == 0 ? "12" : "12.50";

    private static string Figure(long value, int digits)
    {
        var all = Text(value);
        return digits == 0 ? all : $"{all[..^digits]}.{all[^digits..]}";
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
