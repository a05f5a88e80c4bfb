using System.Globalization;
using System.Text.Json;
using PayPage.Domain;
using PayPage.Domain.Invoices;

namespace PayPage.Api.Json;

/// <summary>Figures as JSON numbers, digit by digit: no double on the way. Null writes nothing.</summary>
internal static class JsonFigures
{
    private const int RateDecimals = 2;

    public static void WriteGiven(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <param name="minor">Minor units; written with the decimals of the currency, e.g. 2623.64 or 1000.</param>
    public static void WriteAmount(this Utf8JsonWriter json, string name, long? minor, Currency currency)
    {
        if (minor is { } amount)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(new Money(amount, currency).Figure);
        }
    }

    /// <summary>Percent, with two decimals or as many as it takes: 8.25, 5.00, 6.87521.</summary>
    public static void WriteRate(this Utf8JsonWriter json, string name, Rate? rate)
    {
        if (rate is { } share)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(Figure(share.Value, Rate.Digits, RateDecimals));
        }
    }

    /// <summary>With the decimals of the currency, or as many as it takes: 12.05, 0.000125.</summary>
    public static void WritePrice(this Utf8JsonWriter json, string name, long micros, Currency currency)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Figure(micros, InvoiceLine.PriceDigits, currency.Digits));
    }

    /// <param name="value">0 or more.</param>
    /// <param name="digits">How many decimals it counts.</param>
    /// <param name="least">How many of them are written even if they are zeros.</param>
    internal static string Figure(long value, int digits, int least)
    {
        var all = value.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var fraction = all[^digits..].TrimEnd('0').PadRight(least, '0');
        return fraction.Length == 0 ? all[..^digits] : $"{all[..^digits]}.{fraction}";
    }
}
