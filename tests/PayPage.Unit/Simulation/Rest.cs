using PayPage.Data;
using PayPage.Unit.Simulation.Actors;
using PayPage.Unit.Simulation.Checks;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Simulation;

/// <summary>How a run comes to rest: nothing fails any more, everything on its way arrives, workers do their rounds, and the clock goes from one thing to do to the next.</summary>
internal sealed class Rest(World world)
{
    private const int MostRounds = 60;

    private static readonly TimeSpan Blink = TimeSpan.FromSeconds(10);

    // An event that nobody heard waits for the next question for such events, and no longer.
    private static readonly TimeSpan CatchUp = CatchUpEvents.Every;

    // In UTC: from New York to Kuwait it is not before nine and not after eight.
    private static readonly TimeSpan Day = TimeSpan.FromHours(16);

    private readonly Banks _banks = new(world);
    private readonly Disputers _disputes = new(world);
    private readonly Sweeps _site = new(world);

    public async Task ComeAsync()
    {
        (world.IsCalm, world.HostIsOff, world.Outage.Kind) = (true, TimeSpan.Zero, Outside.OutageKind.None);
        world.Trace.Say("all heals");
        world.Processor.TellWhatNobodyLists();

        if (world.Chance.Percent(30))
        {
            await ComeMorningAsync();
        }

        var agenda = await AgendaAsync();

        for (var round = 1; round <= MostRounds; round++)
        {
            await UntilAsync("none", "a bank settles", _ => Task.FromResult(_banks.Settle()));
            await UntilAsync("none", "a bank decides", _ => Task.FromResult(_disputes.Decide()));
            await UntilAsync("none", "a refund settles", _ => Task.FromResult(_banks.SettleRefund()));
            await UntilAsync("nothing", "something arrives", _site.ReceiveAsync);
            await WorkAsync(round == 1 || !agenda.AllHeard);
            agenda = await AgendaAsync();

            if (IsAtRest() && agenda.IsEmpty)
            {
                return;
            }

            world.Clock.Advance(UntilNext(agenda));
            world.Processor.LookAtTheClock();
        }
    }

    /// <summary>The next day, when it is day everywhere where there are merchants: who still owes something is reminded.</summary>
    private async Task ComeMorningAsync()
    {
        var now = world.Clock.GetUtcNow();
        world.Clock.Advance(new DateTimeOffset(now.Date.AddDays(1), TimeSpan.Zero) + Day - now);
        world.Processor.LookAtTheClock();
        await UntilAsync("0", "expire links", Sweeps.ExpireAsync);
        await UntilAsync("0", "find what is overdue", Sweeps.FindOverdueAsync);
        await UntilAsync("False", "remind", Sweeps.RemindAsync);
    }

    /// <summary>To what is due next; where that is due already and still waits for something (a lease, an endpoint's rest), a while.</summary>
    private TimeSpan UntilNext(Agenda agenda)
    {
        var until = agenda.Next - world.Clock.GetUtcNow();

        return until is not { } time || (!agenda.AllHeard && time > CatchUp) ? CatchUp
            : time > Blink ? time
            : Blink;
    }

    /// <summary>Once more, after all: whatever finds something to do now would have found it before.</summary>
    public async Task<Post> EndAsync()
    {
        await world.ActAsync("expire links", Sweeps.ExpireAsync);
        await world.ActAsync("reconcile", Sweeps.ReconcileAsync);
        await world.ActAsync("turn endpoints on again", new Colleagues(world).ResumeAsync);
        await OwnChecks.LookAsync(world, world.OpenedAt);
        await world.LookAtAllAsync();
        return await world.Observer.AskAsync((PayPageDbContext db) => Post.TakeAsync(db));
    }

    /// <param name="catchUp">Whether events are missing that the processor lists. Else it would be asked in vain, again and again.</param>
    private async Task WorkAsync(bool catchUp)
    {
        if (catchUp)
        {
            await UntilAsync("0", "ask for missed events", Sweeps.CatchUpAsync);
        }

        await UntilAsync("0", "reconcile", Sweeps.ReconcileAsync);
        await UntilAsync("nothing", "deliver a message", Sweeps.DeliverAsync);
        await UntilAsync("nothing", "tell an endpoint", Sweeps.TellAsync);
    }

    private async Task UntilAsync(string end, string name, Func<Node, Task<string>> act)
    {
        var result = "";

        while (result != end)
        {
            await world.ActAsync(name, async node => result = await act(node));
        }
    }

    private bool IsAtRest() =>
        world.Network.Count == 0
        && world.Now.Payments.All(p => !p.IsOpen)
        && world.Now.Refunds.All(r => r.SettledAt is not null);

    private Task<Agenda> AgendaAsync() => world.Observer.AskAsync((PayPageDbContext db) => Agenda.TakeAsync(db, world));
}
