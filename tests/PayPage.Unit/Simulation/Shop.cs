using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;
using PayPage.UseCases;

namespace PayPage.Unit.Simulation;

/// <summary>A merchant of the run, as whoever acts for it knows it.</summary>
internal sealed record Shop(Caller Caller, StrayPolicies Policies)
{
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
            var policies = known ?? new StrayPolicies(Either(world), Either(world), Either(world), Either(world));
            var merchant = new Merchant
            {
                Id = MerchantId.New(ids),
                Name = name,
                Email = $"books@{name.Split(' ')[0].ToLowerInvariant()}.example",
                TimeZone = zone,
                StrayMoney = policies,
                CreatedAt = world.Clock.GetUtcNow(),
            };

            await world.Observer.AskAsync(async (IProcessorVault vault) =>
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
                return await world.Observer.AskAsync(async (PayPageDbContext db) =>
                {
                    db.AddRange(merchant, account);
                    return await db.SaveChangesAsync();
                });
            });

            world.Shops.Add(new Shop(new Caller(merchant.Id, Mode.Test, "key_sim"), policies));
            world.Trace.Say($"{name} opens: {merchant.Id}, {policies}");
        }
    }

    private static StrayMoneyPolicy Either(World world) => world.Chance.Percent(50) ? StrayMoneyPolicy.Keep : StrayMoneyPolicy.Refund;
}
