using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;

namespace PayPage.Domain.Reminders;

/// <summary>How far a merchant's reminders have come. Each day's steps are gone through once, in slices, by whichever worker comes first.</summary>
public sealed class ReminderRound
{
    public required MerchantId MerchantId { get; init; }

    /// <summary>The last day, at the merchant's place, whose steps were gone through.</summary>
    public DateOnly DoneThrough { get; private set; }

    /// <summary>Not before this: the next morning there, or now where a round is under way.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>The day of the round that is under way; null between two rounds.</summary>
    public DateOnly? RoundOf { get; private set; }

    /// <summary>How far it has come: among these due dates, this mode, behind this invoice. Null at its beginning.</summary>
    public DateOnly? PlaceDue { get; private set; }

    public Mode? PlaceMode { get; private set; }

    public InvoiceId? PlaceId { get; private set; }

    public long Version { get; private set; }

    /// <summary>Reminders begin: steps of days before today, or of this morning where it is over, are nobody's any more.</summary>
    public void Begin(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalTime.DayOf(now, zone);
        DoneThrough = LocalTime.TimeOf(now, zone) < ReminderDays.Morning ? today.AddDays(-1) : today;
        Rest(now, zone);
    }

    /// <summary>The round waits its turn behind other merchants' and goes on behind this invoice.</summary>
    public void GoOn(DateOnly round, DateOnly due, Mode mode, InvoiceId? id, DateTimeOffset now) =>
        (RoundOf, PlaceDue, PlaceMode, PlaceId, NextAt) = (round, due, mode, id, now);

    /// <summary>All steps of that day, and of those before it, were gone through.</summary>
    public void Finish(DateOnly day, DateTimeOffset now, TimeZoneInfo zone)
    {
        DoneThrough = day;
        Rest(now, zone);
    }

    /// <summary>It is not the time of day for it: not now.</summary>
    public void Rest(DateTimeOffset now, TimeZoneInfo zone)
    {
        (RoundOf, PlaceDue, PlaceMode, PlaceId) = (null, null, null, null);
        NextAt = ReminderDays.NextRound(DoneThrough, now, zone);
    }
}
