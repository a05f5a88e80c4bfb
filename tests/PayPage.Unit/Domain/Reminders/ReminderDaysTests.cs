using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Reminders;

namespace PayPage.Unit.Domain.Reminders;

public sealed class ReminderDaysTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-29T07:00:00Z")]    // the night in which an hour is skipped
    [InlineData("Europe/Berlin", "2026-03-28", "2026-03-28T08:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-25T08:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-11-21", "2026-11-21T03:15:00Z")]    // 5:45 ahead
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T11:00:00Z")]    // midnight was skipped that night
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T19:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T19:00:00Z")]
    public void A_round_begins_at_nine_there_whatever_the_clocks_did_in_the_night(string zone, string day, string instant)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var before = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).AddHours(-8);

        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), ReminderDays.NextRound(date.AddDays(-1), before, there));
    }

    [Fact]
    public void The_day_that_Apia_skipped_has_no_round_and_the_next_one_catches_its_steps()
    {
        var apia = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");
        var after29 = new DateTimeOffset(2011, 12, 29, 20, 0, 0, TimeSpan.Zero);    // ten in the morning of the 29th there

        var next = ReminderDays.NextRound(new DateOnly(2011, 12, 29), after29, apia);

        Assert.InRange(next, new DateTimeOffset(2011, 12, 30, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2011, 12, 30, 19, 0, 0, TimeSpan.Zero));
        Assert.Contains(
            (new DateOnly(2012, 1, 4), new DateOnly(2011, 12, 30)),
            ReminderDays.Of(ReminderPlan.Usual, new DateOnly(2011, 12, 29), new DateOnly(2011, 12, 31)));
    }

    [Theory]
    [InlineData("08:59", "2026-11-21T09:00")]
    [InlineData("09:00", "2026-11-21T09:00")]
    [InlineData("15:30", "2026-11-21T15:30")]
    [InlineData("20:00", "2026-11-22T09:00")]
    [InlineData("23:59", "2026-11-22T09:00")]
    public void A_site_that_was_down_goes_on_the_same_day_but_not_at_night(string now, string next)
    {
        var utc = TimeZoneInfo.Utc;
        var at = DateTimeOffset.Parse($"2026-11-21T{now}Z", CultureInfo.InvariantCulture);

        Assert.Equal(DateTimeOffset.Parse($"{next}Z", CultureInfo.InvariantCulture), ReminderDays.NextRound(Today.AddDays(-1), at, utc));
    }

    [Fact]
    public void A_day_is_gone_through_once() =>
        Assert.Equal(
            new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero),
            ReminderDays.NextRound(Today, new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc));

    [Fact]
    public void Today_s_steps_are_for_the_due_dates_that_lie_as_far_away() =>
        Assert.Equal(
            [(Today.AddDays(-1), Today), (Today.AddDays(5), Today)],
            ReminderDays.Of(ReminderPlan.Usual, Today.AddDays(-1), Today));

    [Fact]
    public void What_was_missed_for_more_than_two_days_is_left_out()
    {
        var steps = ReminderDays.Of(ReminderPlan.Usual, Today.AddDays(-30), Today);

        Assert.Equal(6, steps.Count);
        Assert.All(steps, step => Assert.InRange(Today.DayNumber - step.StepDay.DayNumber, 0, 2));
    }

    [Fact]
    public void Of_two_steps_that_are_late_for_one_due_date_the_later_counts()
    {
        var plan = ReminderPlan.Of([new(-1, true), new(0, true), new(1, true), new(2, false)]);

        Assert.Equal(Today, Assert.Single(ReminderDays.Of(plan, Today.AddDays(-3), Today), step => step.Due == Today.AddDays(-1)).StepDay);
        Assert.Equal(Today.AddDays(-1), Assert.Single(ReminderDays.Of(plan, Today.AddDays(-3), Today), step => step.Due == Today.AddDays(-2)).StepDay);
    }

    [Fact]
    public void A_plan_is_kept_as_it_was_made()
    {
        var plan = ReminderPlan.Of([new(14, false), new(-5, true), new(0, true)]);

        Assert.Equal("-5 0 14off", $"{plan}");
        Assert.Equal(plan, ReminderPlan.Parse($"{plan}"));
        Assert.Equal([-5, 0], plan.Days);
        Assert.Empty(ReminderPlan.Parse("").Steps);
        Assert.True($"{ReminderPlan.Of([.. Enumerable.Range(171, 10).Select(day => new ReminderStep(day, false))])}".Length <= ReminderPlan.TextLength);
    }

    [Fact]
    public void What_is_no_plan_is_none()
    {
        Assert.Throws<InvariantException>(() => ReminderPlan.Of([new(1, true), new(1, false)]));
        Assert.Throws<InvariantException>(() => ReminderPlan.Of([new(-61, true)]));
        Assert.Throws<InvariantException>(() => ReminderPlan.Of([.. Enumerable.Range(0, 11).Select(day => new ReminderStep(day, true))]));
    }
}
