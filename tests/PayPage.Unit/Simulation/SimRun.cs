using PayPage.Data;
using PayPage.Unit.Simulation.Actors;
using PayPage.Unit.Simulation.Checks;

namespace PayPage.Unit.Simulation;

/// <summary>One seed, one run: things happen and go wrong, then all heals and comes to rest, then everything must be right.</summary>
internal sealed record SimRun(int Seed, IReadOnlyList<string> Trace, IReadOnlyDictionary<string, int> Visits, string? Broken)
{
    private const int LeastSteps = 60;
    private const int MostSteps = 110;
    private const int FirstInvoices = 2;
    private const int MostRounds = 80;
    private const int Tail = 60;

    /// <summary>What to print when it broke something.</summary>
    public string Report => $"""
        Seed {Seed} broke: {Broken}

        The end of its trace ({Trace.Count} lines):
        {string.Join('\n', Trace.TakeLast(Tail))}

        Once more, with the whole trace: PAYPAGE_SEED={Seed} dotnet test --filter-class {typeof(SimulationTests)}
        """;

    public static async Task<SimRun> OfAsync(int seed)
    {
        using var database = await SimDatabase.CreateAsync();
        await using var world = new World(seed, database);
        string? broken = null;

        try
        {
            await Shop.OpenAsync(world);

            for (var invoices = FirstInvoices; invoices > 0; invoices--)
            {
                await world.ActAsync("create an invoice", new Merchants(world).CreateAsync);
            }

            world.IsCalm = false;

            for (var steps = world.Chance.Between(LeastSteps, MostSteps); steps > 0; steps--)
            {
                await world.StepAsync();
            }

            world.IsCalm = true;
            await HealAsync(world);
            var wrong = EndRules.Broken(world.Now, await PostAsync(world), world).ToList();
            world.Must(wrong.Count == 0, string.Join('\n', wrong));
        }
        catch (BrokenInvariantException e)
        {
            broken = e.Message;
        }

        return new SimRun(seed, world.Trace.Lines, world.Coverage.Visits, broken);
    }

    /// <summary>Everything on its way arrives, workers do their rounds, and time passes, until nothing is left to do.</summary>
    private static async Task HealAsync(World world)
    {
        var banks = new Banks(world);
        var disputes = new Disputers(world);
        var site = new Sweeps(world);
        world.Trace.Say("all heals");

        for (var round = 1; round <= MostRounds; round++)
        {
            await UntilAsync("none", "a bank settles", _ => Task.FromResult(banks.Settle()));
            await UntilAsync("none", "a bank decides", _ => Task.FromResult(disputes.Decide()));
            await UntilAsync("none", "a refund settles", _ => Task.FromResult(banks.SettleRefund()));
            await UntilAsync("nothing", "something arrives", site.ReceiveAsync);
            await UntilAsync("0", "reconcile", Sweeps.ReconcileAsync);
            await UntilAsync("False", "deliver a message", Sweeps.DeliverAsync);
            await UntilAsync("0", "expire links", Sweeps.ExpireAsync);

            if (IsAtRest(world) && (await PostAsync(world)).IsAllDone)
            {
                return;
            }

            world.Clock.Advance(round < 10 ? TimeSpan.FromMinutes(10) : TimeSpan.FromHours(6));
            world.Processor.LookAtTheClock();
        }

        async Task UntilAsync(string end, string name, Func<Node, Task<string>> act)
        {
            var result = "";

            while (result != end)
            {
                await world.ActAsync(name, async node => result = await act(node));
            }
        }
    }

    private static bool IsAtRest(World world) =>
        world.Network.Count == 0
        && world.Now.Payments.All(p => !p.IsOpen)
        && world.Now.Refunds.All(r => r.SettledAt is not null);

    private static Task<Post> PostAsync(World world) => world.Observer.AskAsync((PayPageDbContext db) => Post.TakeAsync(db));
}
