using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;
using PayPage.Domain.Reminders;
using PayPage.Domain.Webhooks;
using PayPage.UseCases;
using PayPage.UseCases.Webhooks;

namespace PayPage.Unit.Simulation;

/// <summary>A merchant of the run, as whoever acts for it knows it.</summary>
/// <param name="Endpoint">Where its systems are told of money; null: nowhere.</param>
internal sealed record Shop(Caller Caller, StrayPolicies Policies, WebhookEndpointId? Endpoint)
{
    /// <summary>What the endpoint wants: money, and little else, for each event takes its time.</summary>
    public static readonly IReadOnlyList<string> Wanted = ["invoice.partially_paid", "invoice.paid", "invoice.canceled", "payment.refunded"];

    private static readonly ReminderPlan Often = ReminderPlan.Of([.. Enumerable.Range(-5, ReminderPlan.MostSteps).Select(day => new ReminderStep(day, true))]);

    private static readonly IReadOnlyList<(string Name, string Zone, StrayPolicies? Policies)> Kinds =
    [
        ("Keeper", "Europe/Amsterdam", StrayPolicies.All(StrayMoneyPolicy.Keep)),
        ("Refunder", "America/New_York", StrayPolicies.All(StrayMoneyPolicy.Refund)),
        ("Mixed", "Asia/Kuwait", null),
    ];

    /// <summary>One to three merchants, each with an account at the processor.</summary>
    public static async Task OpenAsync(World world)
    {
        var ids = new IdSource(world.Clock, world.Chance.Bytes);
        var first = world.Chance.Below(Kinds.Count);

        for (var i = world.Chance.Below(Kinds.Count); i >= 0; i--)
        {
            var (name, zone, known) = Kinds[(first + i) % Kinds.Count];
            var merchant = new Merchant
            {
                Id = MerchantId.New(ids),
                Name = name,
                Email = $"books@{name.ToLowerInvariant()}.example",
                TimeZone = zone,
                StrayMoney = known ?? new StrayPolicies(Either(world), Either(world), Either(world), Either(world)),
                Reminds = world.Chance.Percent(60),
                ReminderPlan = Often,
                CreatedAt = world.Clock.GetUtcNow(),
            };
            await SaveAsync(world, merchant, ids);

            var caller = new Caller(merchant.Id, Mode.Test, "key_sim");
            var endpoint = world.Chance.Percent(40) ? await TellAsync(world, caller, name) : (WebhookEndpointId?)null;
            world.Shops.Add(new Shop(caller, merchant.StrayMoney, endpoint));
            world.Trace.Say($"{name} opens: {merchant.Id}, {merchant.StrayMoney}, reminds: {merchant.Reminds}, {endpoint}");
        }
    }

    private static Task<int> SaveAsync(World world, Merchant merchant, IdSource ids) => world.Observer.AskAsync(async (IProcessorVault vault) =>
    {
        var account = new ProcessorAccount
        {
            Id = ProcessorAccountId.New(ids),
            MerchantId = merchant.Id,
            Kind = ProcessorKind.Sandbox,
            Mode = Mode.Test,
            SealedSecrets = vault.Seal(new ProcessorSecrets($"{merchant.Id}", [])),
            CreatedAt = world.Clock.GetUtcNow(),
        };
        var round = new ReminderRound { MerchantId = merchant.Id };
        round.Begin(world.Clock.GetUtcNow(), merchant.Zone);

        return await world.Observer.AskAsync((PayPageDbContext db) =>
        {
            db.AddRange(merchant, account, round);
            return db.SaveChangesAsync();
        });
    });

    private static async Task<WebhookEndpointId> TellAsync(World world, Caller caller, string name)
    {
        var words = new EndpointWords($"https://{name.ToLowerInvariant()}.example/hooks", null, AllEvents: false, Wanted);
        var id = WebhookEndpointId.New(new IdSource(world.Clock, world.Chance.Bytes));
        var outcome = await world.Observer.AskAsync((WriteEndpoint write) => write.AddAsync(id, words, caller, CancellationToken.None));
        world.Must(outcome is WriteEndpoint.Outcome.Added, $"No endpoint could be added: {outcome}.");
        world.Hooks.Open(new Uri(words.Url!), ((WriteEndpoint.Outcome.Added)outcome).Secret);    // written just above
        return id;
    }

    private static StrayMoneyPolicy Either(World world) => world.Chance.Percent(50) ? StrayMoneyPolicy.Keep : StrayMoneyPolicy.Refund;
}
