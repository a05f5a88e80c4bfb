using System.Collections.Frozen;
using PayPage.Domain;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Stripe;

/// <summary>Which currencies Stripe charges in, and how its amounts differ from ours. The only place that knows.</summary>
/// <remarks>
/// Source: docs.stripe.com/currencies (stored copies of 2022 to 2026, looked at in November 2026). Stripe takes whole numbers of at most eight digits in a unit of its
/// own: the zero-decimal currencies in ones, all others in hundredths, five in thousandths whose last digit must be 0. ISK and UGX have no decimals but are sent in
/// hundredths that are whole; MGA has two decimals at the ISO and none at Stripe. HUF and TWD are special for payouts only. Stripe's minimum is that of the currency in which the account is paid
/// out, after conversion: those below hold where both are the same; elsewhere, and where Stripe publishes none, Stripe itself decides and refuses when asked.
/// </remarks>
internal static class StripeCurrencies
{
    private const long Most = 99_999_999;    // eight digits

    private const string Whole = "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF";

    private const string Hundredths =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CNY COP CRC CVE CZK DKK DOP DZD "
        + "EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD "
        + "MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SEK SGD SHP "
        + "SLE SOS SRD SZL THB TJS TOP TRY TTD TWD TZS UAH UGX USD UYU UZS WST XCD XCG YER ZAR ZMW";

    private const string Thousandths = "BHD JOD KWD OMR TND";

    // In Stripe's units. Published for these alone; 1 elsewhere.
    private static readonly FrozenDictionary<string, long> Least = new (string Code, long Units)[]
    {
        ("AED", 200), ("AUD", 50), ("BGN", 100), ("BRL", 50), ("CAD", 50), ("CHF", 50), ("CZK", 1500), ("DKK", 250), ("EUR", 50), ("GBP", 30), ("HKD", 400), ("HUF", 17500),
        ("INR", 50), ("JPY", 50), ("MXN", 1000), ("MYR", 200), ("NOK", 300), ("NZD", 50), ("PLN", 200), ("RON", 200), ("SEK", 300), ("SGD", 50), ("THB", 1000), ("USD", 50),
    }.ToFrozenDictionary(row => row.Code, row => row.Units, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Digits = new[] { (Whole, 0), (Hundredths, 2), (Thousandths, 3) }
        .SelectMany(row => row.Item1.Split(' ').Select(code => KeyValuePair.Create(code, row.Item2)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>Minor units of ours; null where Stripe does not take the currency.</returns>
    public static AmountLimits? LimitsOf(Currency currency)
    {
        if (!Digits.TryGetValue(currency.Code, out var digits))
        {
            return null;
        }

        var (ours, theirs) = Ratio(currency, digits);
        var granule = digits == 3 ? 10 : 1;    // of Stripe's units
        var step = Math.Max(ours * granule / theirs, 1);

        return new AmountLimits(RoundedUp(Least.GetValueOrDefault(currency.Code, granule) * ours, theirs, step), Most * ours / theirs / step * step, step);
    }

    /// <summary>Exact, or nothing.</summary>
    /// <returns>Stripe's units; null where Stripe does not take the currency or so fine an amount.</returns>
    public static long? ToStripe(Money amount)
    {
        if (!Digits.TryGetValue(amount.Currency.Code, out var digits))
        {
            return null;
        }

        var (ours, theirs) = Ratio(amount.Currency, digits);
        return amount.Minor * theirs % ours == 0 ? amount.Minor * theirs / ours : null;
    }

    /// <summary>Exact, or nothing: an amount that is no whole number of our units is not ours, and is not rounded.</summary>
    /// <param name="amount">Stripe's units.</param>
    /// <param name="code">As Stripe writes it: three small letters.</param>
    public static Money? FromStripe(long? amount, string? code)
    {
        if (amount is not { } given || given < 0 || !Currency.TryParse(code?.ToUpperInvariant(), out var currency) || !Digits.TryGetValue(currency.Code, out var digits))
        {
            return null;
        }

        var (ours, theirs) = Ratio(currency, digits);
        return given <= long.MaxValue / ours && given * ours % theirs == 0 ? new Money(given * ours / theirs, currency) : null;
    }

    /// <summary>As Stripe writes it.</summary>
    public static string CodeOf(Currency currency) => currency.Code.ToLowerInvariant();

    // So many of our minor units are so many of Stripe's units: USD 1 to 1, ISK 1 to 100, MGA 100 to 1.
    private static (long Ours, long Theirs) Ratio(Currency currency, int digits)
    {
        var (one, theirOne) = (currency.UnitsPerOne, digits switch { 0 => 1L, 2 => 100L, _ => 1000L });
        return one >= theirOne ? (one / theirOne, 1) : (1, theirOne / one);
    }

    private static long RoundedUp(long dividend, long divisor, long step) =>
        (dividend + (divisor * step) - 1) / (divisor * step) * step;
}
