using PayPage.Domain.Invoices;

namespace PayPage.Domain.Links;

/// <summary>How long a link lives (rules of money and links, 2.3).</summary>
public static class LinkLifetime
{
    private const int MonthsUnopened = 12;

    /// <summary>The end of a link's life if nobody opens it, and in any case.</summary>
    /// <param name="invoice">Its expiration date, or the instant in it, wins; else twelve months after the later of due date and issue.</param>
    /// <param name="issuedAt">When the link is made.</param>
    /// <param name="zone">The merchant's: a date ends at midnight there.</param>
    /// <returns>The first instant at which the link no longer works.</returns>
    public static DateTimeOffset Of(Invoice invoice, DateTimeOffset issuedAt, TimeZoneInfo zone)
    {
        if (invoice.ExpirationDate is { } last)
        {
            return invoice.ExpiresAt ?? EndOf(last, zone);
        }

        var issued = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(issuedAt, zone).DateTime);
        return EndOf((issued > invoice.DueDate ? issued : invoice.DueDate).AddMonths(MonthsUnopened), zone);
    }

    /// <summary>Whether a link made now would be dead on arrival.</summary>
    public static bool IsOver(Invoice invoice, DateTimeOffset now, TimeZoneInfo zone) => Of(invoice, now, zone) <= now;

    /// <summary>Midnight at the end of a day. Where clocks skip midnight, the first instant after it; where it comes twice, the later.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        if (day == DateOnly.MaxValue)
        {
            return DateTimeOffset.MaxValue;
        }

        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);

        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Min() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset);
    }
}
