using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reminders;

namespace PayPage.UseCases.Reminding;

/// <summary>Goes through the reminders of a merchant's day, a slice at a time; then it is the turn of whoever waits longest.</summary>
/// <remarks>
/// What is to be reminded is found along the index of due dates, outside any transaction. A slice is one short unit of work that promises the mails and
/// moves the merchant's round on: a worker that is stopped loses nothing, and of two that take the same slice the second writes nothing.
/// </remarks>
internal sealed class WalkReminders(PayPageDbContext db, WriteSeam write, PromiseReminder promise, TimeProvider clock)
{
    private const int SliceLength = 25;

    private static readonly Mode[] Modes = [Mode.Test, Mode.Live];

    /// <returns>False when no merchant's round is due.</returns>
    public async Task<bool> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (await db.ReminderRounds.AsNoTracking().Where(r => r.NextAt <= now).OrderBy(r => r.NextAt).FirstOrDefaultAsync(ct) is not { } round)
        {
            return false;
        }

        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == round.MerchantId, ct);
        var slice = await FindAsync(round, merchant, now, ct);
        await write.RunAsync((unit, token) => TakeAsync(unit, round, merchant, slice, now, token), ct);
        return true;
    }

    private async Task<Slice> FindAsync(ReminderRound round, Merchant merchant, DateTimeOffset now, CancellationToken ct)
    {
        var today = LocalTime.DayOf(now, merchant.Zone);

        if (!merchant.Reminds)
        {
            return new Slice.Last(today, []);
        }

        if (ReminderDays.NextRound(round.DoneThrough, now, merchant.Zone) > now)
        {
            return new Slice.TooEarly();    // the merchant has moved to another zone since the round was set
        }

        var found = new List<(InvoiceId Id, DateOnly StepDay)>();
        var behind = round.RoundOf == today ? (Due: round.PlaceDue, Mode: round.PlaceMode, Id: round.PlaceId) : default;

        foreach (var (due, stepDay) in ReminderDays.Of(merchant.ReminderPlan, round.DoneThrough, today).Where(step => behind.Due is null || step.Due >= behind.Due))
        {
            foreach (var mode in Modes.Where(mode => due != behind.Due || mode >= behind.Mode))
            {
                var after = due == behind.Due && mode == behind.Mode ? behind.Id : null;
                var ids = await IdsAsync(merchant, due, mode, after, stepDay, SliceLength - found.Count, ct);
                found.AddRange(ids.Select(id => (id, stepDay)));

                if (found.Count == SliceLength)
                {
                    return new Slice.Part(today, found, due, mode);
                }
            }
        }

        return new Slice.Last(today, found);
    }

    private Task<List<InvoiceId>> IdsAsync(
        Merchant merchant, DateOnly due, Mode mode, InvoiceId? after, DateOnly stepDay, int most, CancellationToken ct)
    {
        var begin = LocalTime.InstantOf(stepDay, TimeOnly.MinValue, merchant.Zone);
        var today = LocalTime.DayOf(clock.GetUtcNow(), merchant.Zone);
        var invoices = db.Invoices.AsNoTracking().Where(i => i.MerchantId == merchant.Id && i.Mode == mode && i.DueDate == due);

        if (after is { } id)
        {
            invoices = invoices.Where(i => i.Id > id);
        }

        // The conditions of Invoice.CanBeReminded, asked again in the unit; and what was issued on the step's day or later is news enough.
        return invoices
            .Where(i => i.Stage == InvoiceStage.Sent && i.Paid < i.Total && i.Reserved == 0 && !i.GetsNoReminders && i.BillTo.Email != null)
            .Where(i => i.IssuedAt < begin && (i.ExpirationDate == null || i.ExpirationDate >= today))
            .Where(i => !db.Customers.Any(c => c.Id == i.CustomerId && c.GetsNoReminders))
            .OrderBy(i => i.Id).Take(most).Select(i => i.Id).ToListAsync(ct);
    }

    private async Task TakeAsync(Unit unit, ReminderRound seen, Merchant merchant, Slice slice, DateTimeOffset now, CancellationToken ct)
    {
        var round = await unit.Db.ReminderRounds.SingleAsync(r => r.MerchantId == seen.MerchantId, ct);

        if (round.Version != seen.Version)
        {
            return;    // another worker has taken this slice
        }

        foreach (var (id, stepDay) in slice.Found)
        {
            await promise.HandleAsync(unit, id, stepDay, LocalTime.InstantOf(LocalTime.DayOf(now, merchant.Zone), TimeOnly.MinValue, merchant.Zone), ct);
        }

        switch (slice)
        {
            case Slice.TooEarly:
                round.Rest(now, merchant.Zone);
                break;
            case Slice.Part part:
                round.GoOn(part.Today, part.Due, part.Mode, part.Found[^1].Id, now);
                break;
            case Slice.Last last:
                round.Finish(last.Today, now, merchant.Zone);
                break;
        }
    }

    private abstract record Slice(IReadOnlyList<(InvoiceId Id, DateOnly StepDay)> Found)
    {
        internal sealed record TooEarly() : Slice([]);

        /// <param name="Due">Where it ends, with <paramref name="Mode"/> and the last one found.</param>
        internal sealed record Part(DateOnly Today, IReadOnlyList<(InvoiceId Id, DateOnly StepDay)> Found, DateOnly Due, Mode Mode) : Slice(Found);

        internal sealed record Last(DateOnly Today, IReadOnlyList<(InvoiceId Id, DateOnly StepDay)> Found) : Slice(Found);
    }
}
