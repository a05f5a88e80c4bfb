using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reports;
using PayPage.Domain.Team;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Reporting;

namespace PayPage.Unit.UseCases.Reporting;

/// <summary>The merchant is in Amsterdam; it is Saturday, 21 November 2026, one in the afternoon there.</summary>
public sealed class SendReportsTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_daily_report_goes_out_at_six_and_tells_of_the_day_before()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(241_00, number: "TODAY");
        await SavedAsync(world, "daily", "desk@northgate.example\nanna@northgate.example");

        await GoToAsync(world, At(22, 5, 59));
        Assert.Empty(world.Mail.Sent);

        await GoToAsync(world, At(22, 6, 0));
        await GoToAsync(world, At(22, 18, 0));

        Assert.Equal(["anna@northgate.example", "desk@northgate.example"], world.Mail.Sent.Select(mail => mail.To).Order(StringComparer.Ordinal));
        var mail = world.Mail.Sent[0];
        Assert.Equal("[Test] Report: All of it, 21 November 2026", mail.Subject);
        Assert.Contains("Outstanding, USD: 241.00", mail.Text, StringComparison.Ordinal);
        var file = Assert.Single(mail.Files);
        Assert.Equal(("invoices-2026-11-21-2026-11-21.csv", "text/csv; charset=utf-8"), (file.Name, file.ContentType));
        Assert.Contains("TODAY,created", Encoding.UTF8.GetString(file.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_missed_is_caught_up_once()
    {
        await using var world = await World.CreateAsync();
        await SavedAsync(world, "daily", "desk@northgate.example");

        await GoToAsync(world, At(29, 11, 0));
        await GoToAsync(world, At(29, 12, 0));

        Assert.EndsWith("28 November 2026", Assert.Single(world.Mail.Sent).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_workers_send_it_once()
    {
        await using var world = await World.CreateAsync();
        await SavedAsync(world, "daily", "desk@northgate.example");
        world.Clock.Advance(At(22, 6, 0) - world.Clock.GetUtcNow());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.UseAsync<SendReports, bool>(send => send.NextAsync(Ct))));
        await world.DrainAsync();

        Assert.Single(world.Mail.Sent);
        Assert.Equal(1, await world.ReadAsync(db => db.ReportRuns.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_schedule_that_is_changed_on_its_day_sends_nothing_twice()
    {
        await using var world = await World.CreateAsync();
        var id = await SavedAsync(world, "daily", "desk@northgate.example");
        await GoToAsync(world, At(22, 6, 0));

        await ScheduleAsync(world, id, "weekly", "desk@northgate.example", weekDay: "7");
        await ScheduleAsync(world, id, "daily", "desk@northgate.example");
        await GoToAsync(world, At(22, 23, 0));

        Assert.Single(world.Mail.Sent);
    }

    [Fact]
    public async Task A_report_that_is_too_large_sends_the_way_to_it()
    {
        await using var world = await World.CreateAsync();
        var first = await world.InvoiceAsync(await world.InvoiceAsync(241_00));
        await SavedAsync(world, "daily", "desk@northgate.example", ("columns", "number,description"));
        await world.ReadAsync(async db =>
        {
            db.Invoices.AddRange(Enumerable.Range(0, 1_200).Select(i => Copy(world, first, i)));
            return await db.SaveChangesAsync(Ct);
        });

        await GoToAsync(world, At(22, 6, 0));

        var mail = Assert.Single(world.Mail.Sent);
        Assert.Empty(mail.Files);
        Assert.Contains($"https://pay.example.com/merchant/{world.Caller.MerchantId}/reports/invoices?from=2026-11-21&to=2026-11-21&columns=number%2Cdescription", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_gets_it_himself_once_and_only_while_he_may()
    {
        await using var world = await World.CreateAsync();
        var id = await SavedAsync(world, "monthly", "desk@northgate.example", monthDay: "31");
        var me = await ColleagueAsync(world, Role.Cashier, "cass@northgate.example");
        var sales = await ColleagueAsync(world, Role.Sales, "sam@northgate.example");
        var run = ReportRunId.New(world.Get<IdSource>());

        Assert.True(await AskAsync(world, id, me, run));
        Assert.True(await AskAsync(world, id, me, run));
        Assert.True(await AskAsync(world, id, sales, ReportRunId.New(world.Get<IdSource>())));
        await world.DrainAsync();

        var mail = Assert.Single(world.Mail.Sent);
        Assert.Equal(("cass@northgate.example", "[Test] Report: All of it, 1 October 2026 to 31 October 2026"), (mail.To, mail.Subject));
    }

    [Fact]
    public async Task A_foreign_report_cannot_be_asked_for_scheduled_or_removed()
    {
        await using var world = await World.CreateAsync();
        var id = await SavedAsync(world, "daily", "desk@northgate.example");
        var (other, _) = await world.MerchantAsync();
        var me = await ColleagueAsync(world, Role.Admin, "cass@northgate.example");

        Assert.False(await AskAsync(world, id, me, ReportRunId.New(world.Get<IdSource>()), other));
        Assert.False(await world.UseAsync<SaveReport, bool>(save => save.RemoveAsync(id, other, Ct)));
        Assert.False(await world.UseAsync<SaveReport, bool>(save => save.RemoveAsync(id, world.Caller with { Mode = Mode.Live }, Ct)));
        Assert.Null(await world.UseAsync<ShowSavedReports, ShowSavedReports.View?>(show => show.OneAsync(id, other, Ct)));
    }

    [Fact]
    public async Task What_was_removed_goes_out_no_more_not_even_what_waits()
    {
        await using var world = await World.CreateAsync();
        var id = await SavedAsync(world, "daily", "desk@northgate.example");
        world.Clock.Advance(At(22, 6, 0) - world.Clock.GetUtcNow());
        await world.UseAsync<SendReports, bool>(send => send.NextAsync(Ct));

        Assert.True(await world.UseAsync<SaveReport, bool>(save => save.RemoveAsync(id, world.Caller, Ct)));
        await world.DrainAsync();
        await GoToAsync(world, At(23, 6, 0));

        Assert.Empty(world.Mail.Sent);
    }

    [Theory]
    [InlineData("hourly", "1", "1", "a@b.example", "Cadence")]
    [InlineData("weekly", "8", "1", "a@b.example", "WeekDay")]
    [InlineData("monthly", "1", "32", "a@b.example", "MonthDay")]
    [InlineData("daily", "1", "1", "", "Recipients")]
    [InlineData("daily", "1", "1", "no address", "Recipients")]
    public async Task What_is_no_schedule_is_refused_at_its_field(string cadence, string weekDay, string monthDay, string recipients, string field)
    {
        await using var world = await World.CreateAsync();
        var id = await SavedAsync(world, "never", "");

        var outcome = await world.UseAsync<ScheduleReport, SettingsOutcome>(schedule => schedule.HandleAsync(
            id, new TypedSchedule { Cadence = cadence, WeekDay = weekDay, MonthDay = monthDay, Recipients = recipients }, null, world.Caller, Ct));

        Assert.Equal([field], Assert.IsType<SettingsOutcome.Faulty>(outcome).Messages.Keys);
    }

    [Fact]
    public void Days_and_periods_are_those_of_the_calendar()
    {
        var last = new ReportSchedule(ReportCadence.Monthly, 31);
        Assert.Equal(new DateOnly(2028, 2, 29), last.Next(new DateOnly(2028, 1, 31)));
        Assert.Equal(new DateOnly(2026, 2, 28), last.Next(new DateOnly(2026, 1, 31)));
        Assert.Equal((new DateOnly(2027, 12, 1), new DateOnly(2027, 12, 31)), last.PeriodOf(new DateOnly(2028, 1, 31)));

        var mondays = new ReportSchedule(ReportCadence.Weekly, 1);
        Assert.Equal(new DateOnly(2026, 11, 23), mondays.Next(new DateOnly(2026, 11, 21)));
        Assert.Equal(new DateOnly(2026, 11, 16), mondays.Last(new DateOnly(2026, 11, 22)));
        Assert.Equal((new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 15)), mondays.PeriodOf(new DateOnly(2026, 11, 16)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T04:00:00Z")]
    [InlineData("America/Sao_Paulo", "2026-03-29T09:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-29T00:15:00Z")]
    [InlineData("Pacific/Apia", "2026-03-28T17:00:00Z")]
    public void Six_is_six_there(string zone, string instant) => Assert.Equal(
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
        LocalTime.InstantOf(new DateOnly(2026, 3, 29), ReportSchedule.Time, TimeZoneInfo.FindSystemTimeZoneById(zone)));

    private static DateTimeOffset At(int day, int hour, int minute) => LocalTime.InstantOf(new DateOnly(2026, 11, day), new TimeOnly(hour, minute), Amsterdam);

    private static async Task GoToAsync(World world, DateTimeOffset at)
    {
        world.Clock.Advance(at - world.Clock.GetUtcNow());

        while (await world.UseAsync<SendReports, bool>(send => send.NextAsync(Ct)))
        {
        }

        await world.DrainAsync();
    }

    private static async Task<SavedReportId> SavedAsync(
        World world, string cadence, string recipients, (string Name, string Value)? typed = null, string monthDay = "1")
    {
        var id = SavedReportId.New(world.Get<IdSource>());
        Assert.IsType<SaveReport.Outcome.Saved>(await world.UseAsync<ReadReport, SaveReport.Outcome>(read => world.UseAsync<SaveReport, SaveReport.Outcome>(save => save.HandleAsync(
            id, "All of it",
            ReportQuery.Read(read.Of(ReportKind.Invoices), typed is var (name, value) ? [KeyValuePair.Create(name, value)] : []).Wish,
            world.Caller, Ct))));
        await ScheduleAsync(world, id, cadence, recipients, monthDay: monthDay);
        return id;
    }

    private static async Task ScheduleAsync(World world, SavedReportId id, string cadence, string recipients, string weekDay = "1", string monthDay = "1") =>
        Assert.IsType<SettingsOutcome.Saved>(await world.UseAsync<ScheduleReport, SettingsOutcome>(schedule => schedule.HandleAsync(
            id, new TypedSchedule { Cadence = cadence, WeekDay = weekDay, MonthDay = monthDay, Recipients = recipients }, null, world.Caller, Ct)));

    private static Task<bool> AskAsync(World world, SavedReportId id, UserId me, ReportRunId run, Caller? caller = null) =>
        world.UseAsync<SendReports, bool>(send => send.ToMeAsync(id, me, run, caller ?? world.Caller, Ct));

    private static async Task<UserId> ColleagueAsync(World world, Role role, string email)
    {
        var id = UserId.New(world.Get<IdSource>());
        await using var db = world.Database.Open();
        db.Users.Add(new PayPage.Data.Users.OfficeUser { Id = id.Value, Name = "Cass", UserName = email, Email = email, NormalizedEmail = email.ToUpperInvariant(), CreatedAt = world.Clock.GetUtcNow() });
        db.Memberships.Add(new Membership { MerchantId = world.Caller.MerchantId, UserId = id, Role = role, CreatedAt = world.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Ct);
        return id;
    }

    private static PayPage.Domain.Invoices.Invoice Copy(World world, PayPage.Domain.Invoices.Invoice like, int number) => CreateInvoice.From(
        PayPage.Domain.Invoices.NewInvoice.Like(like) with { Description = new string('w', 2_000) },
        PayPage.Domain.Invoices.InvoiceId.New(world.Get<IdSource>()), $"COPY-{number}", like.CustomerId, true, world.Caller, world.Clock.GetUtcNow());
}
