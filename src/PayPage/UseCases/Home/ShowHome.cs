using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Home;

/// <summary>What somebody wants to know who opens the back office in the morning. Reads only.</summary>
internal sealed class ShowHome(SumInvoices sumInvoices, FindWorries findWorries, FindShutDoors findShutDoors, FindLastEvents findLastEvents, CountDays countDays, TimeProvider clock)
{
    public const int Days = 30;

    /// <summary>Of each kind.</summary>
    public const int MostWorries = 10;

    private const int Events = 10;

    /// <param name="merchant">The caller's.</param>
    public async Task<HomeView> HandleAsync(Merchant merchant, Caller caller, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), merchant.Zone).DateTime);

        return new HomeView(
            await sumInvoices.HandleAsync(caller, today, merchant.Zone, ct),
            await findWorries.HandleAsync(MostWorries, caller, ct),
            await findLastEvents.HandleAsync(Events, caller, ct),
            await countDays.HandleAsync(Days, caller, today, merchant.Zone, ct),
            await findShutDoors.HandleAsync(caller, ct));
    }
}

/// <param name="ShutDoor">Why nobody can pay; null when customers can.</param>
/// <param name="Events">None: there has been no invoice yet.</param>
internal sealed record HomeView(
    IReadOnlyList<Standing> Standings, IReadOnlyList<Worry> Worries, IReadOnlyList<RecentEvent> Events, IReadOnlyList<DayCount> Days,
    ShutDoor? ShutDoor)
{
    public bool IsNew => Events.Count == 0;
}
