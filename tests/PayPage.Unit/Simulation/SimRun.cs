using PayPage.Unit.Simulation.Actors;
using PayPage.Unit.Simulation.Checks;

namespace PayPage.Unit.Simulation;

/// <summary>One seed, one run: things happen and go wrong, then all heals and comes to rest, then everything must be right.</summary>
internal sealed record SimRun(int Seed, IReadOnlyList<string> Trace, IReadOnlyDictionary<string, int> Visits, string? Broken)
{
    private const int LeastSteps = 45;
    private const int MostSteps = 85;
    private const int FirstInvoices = 2;
    private const int Tail = 60;

    /// <summary>What to print when it broke something.</summary>
    public string Report => $"""
        Seed {Seed} broke: {Broken}

        The end of its trace ({Trace.Count} lines):
        {string.Join('\n', Trace.TakeLast(Tail))}

        Once more, with the whole trace: eng/simulate --seeds 1 --from {Seed} --trace
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

            var rest = new Rest(world);
            await rest.ComeAsync();
            var post = await rest.EndAsync();
            post.Told.Select(e => $"event {e.Type}").ToList().ForEach(world.Coverage.Visit);
            var wrong = EndRules.Broken(world.Now, post, world).ToList();
            world.Must(wrong.Count == 0, string.Join('\n', wrong));
        }
        catch (BrokenInvariantException e)
        {
            broken = e.Message;
        }

        return new SimRun(seed, world.Trace.Lines, world.Coverage.Visits, broken);
    }
}
