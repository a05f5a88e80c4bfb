using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Home;
using PayPage.UseCases.Links;
using PayPage.UseCases.Team;

namespace PayPage.Unit.UseCases.Home;

public sealed class LastDaysTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_day_counts_what_was_sent_opened_and_paid_on_it(string kind)
    {
        await using var world = await World.CreateAsync(kind);    // 21 November, one o'clock in Amsterdam
        var first = await world.InvoiceAsync(12_50, mail: true);
        await world.DrainAsync();
        world.Clock.Advance(TimeSpan.FromHours(10.9));    // minutes to midnight there
        await world.InvoiceAsync(12_50, mail: true);
        await world.DrainAsync();
        world.Clock.Advance(TimeSpan.FromHours(0.2));    // the next day there
        await OpenAsync(world, first);
        await world.RecordAsync(await world.OpenPaymentAsync(first, 12_50), ProcessorState.Succeeded);

        var days = await CountAsync(world, world.Caller, new DateOnly(2026, 11, 22), 3);

        Assert.Equal(
            [new DayCount(new DateOnly(2026, 11, 20), 0, 0, 0), new DayCount(new DateOnly(2026, 11, 21), 2, 0, 0), new DayCount(new DateOnly(2026, 11, 22), 0, 1, 1)],
            days);
        Assert.All(await CountAsync(world, world.Caller with { Mode = Mode.Live }, new DateOnly(2026, 11, 22), 3), day => Assert.Equal((0, 0, 0), (day.Sent, day.Opened, day.Paid)));
        Assert.Equal(30, (await CountAsync(world, (await world.MerchantAsync()).Caller, new DateOnly(2026, 11, 22), 30)).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_last_events_of_all_invoices_come_newest_first_with_who_did_them(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (stranger, _) = await world.MerchantAsync();
        var older = await world.InvoiceAsync(12_50, number: "A-1");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.InvoiceAsync(12_50, number: "A-2");
        await world.InvoiceAsync(12_50, number: "STRANGE", caller: stranger);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await OpenAsync(world, older);

        var events = await world.UseAsync<FindLastEvents, IReadOnlyList<RecentEvent>>(find => find.HandleAsync(3, world.Caller, Ct));

        Assert.Equal(["A-1", "A-2", "A-2"], events.Select(e => e.Number));
        Assert.Equal([AuditKind.LinkOpened, AuditKind.LinkIssued, AuditKind.InvoiceCreated], events.Select(e => e.Event.Kind));
        Assert.Equal([ActorKind.Payer, ActorKind.Unknown, ActorKind.Unknown], events.Select(e => e.Who.Kind));
        Assert.Empty(await world.UseAsync<FindLastEvents, IReadOnlyList<RecentEvent>>(find => find.HandleAsync(3, world.Caller with { Mode = Mode.Live }, Ct)));
    }

    private static async Task OpenAsync(World world, PayPage.Domain.Invoices.InvoiceId invoice)
    {
        var (_, token) = await world.LinkOfAsync(invoice);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
    }

    private static Task<IReadOnlyList<DayCount>> CountAsync(World world, Caller caller, DateOnly today, int days) =>
        world.UseAsync<CountDays, IReadOnlyList<DayCount>>(count => count.HandleAsync(days, caller, today, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), Ct));
}
