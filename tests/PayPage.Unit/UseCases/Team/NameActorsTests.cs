using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Team;

namespace PayPage.Unit.UseCases.Team;

public sealed class NameActorsTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Everybody_who_did_something_has_a_name_and_a_strangers_key_has_none(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (stranger, _) = await world.MerchantAsync();
        var anna = UserId.New(world.Get<IdSource>());
        var (own, foreign) = (Key(world, world.Caller, "Web shop"), Key(world, stranger, "Not yours"));
        await world.ReadAsync(async db =>
        {
            db.AddRange(own, foreign, new OfficeUser { Id = anna.Value, Name = "Anna de Vries", CreatedAt = world.Clock.GetUtcNow() });
            return await db.SaveChangesAsync(Ct);
        });

        string[] actors = [$"{anna}", $"{own.Id}", $"{foreign.Id}", "payer", "processor", "system", "usr_nonsense", $"{UserId.New(world.Get<IdSource>())}", "payer"];
        var names = await world.UseAsync<NameActors, IReadOnlyDictionary<string, ActorName>>(name => name.HandleAsync(actors, world.Caller, Ct));

        Assert.Equal(
            [
                new ActorName(ActorKind.Colleague, "Anna de Vries"), new ActorName(ActorKind.ApiKey, "Web shop"), new ActorName(ActorKind.Unknown),
                new ActorName(ActorKind.Payer), new ActorName(ActorKind.Processor), new ActorName(ActorKind.System), new ActorName(ActorKind.Unknown),
                new ActorName(ActorKind.Unknown), new ActorName(ActorKind.Payer),
            ],
            actors.Select(actor => names[actor]));
    }

    private static ApiKey Key(World world, Caller caller, string name) => new()
    {
        Id = ApiKeyId.New(world.Get<IdSource>()),
        MerchantId = caller.MerchantId,
        Mode = Mode.Test,
        Name = name,
        Hash = Secret.Hash(name),
        CreatedAt = world.Clock.GetUtcNow(),
    };
}
