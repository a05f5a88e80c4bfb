using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;
using PayPage.UseCases.Calls;
using PayPage.UseCases.Keys;

namespace PayPage.Unit.UseCases.Keys;

public sealed class SpendSignatureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_signature_is_good_once_on_all_nodes_together_and_forgotten_when_its_date_is_over(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await using var other = world.AnotherNode();
        var (mine, another) = (await KeyAsync(world, "one"), await KeyAsync(world, "another"));
        var until = world.Clock.GetUtcNow().AddMinutes(10);

        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => SpendAsync(i % 2 == 0 ? world : other, mine)));
        Assert.Single(tries, isFirst => isFirst);
        Assert.True(await SpendAsync(world, another));

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await ForgetAsync();
        Assert.False(await SpendAsync(world, mine));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await ForgetAsync();
        Assert.Equal(0, await world.ReadAsync(db => db.SpentSignatures.CountAsync(Ct)));

        Task<bool> SpendAsync(World node, ApiKeyId key) => node.UseAsync<SpendSignature, bool>(spend => spend.HandleAsync(key, "signature", until, Ct));
        Task ForgetAsync() => world.UseAsync<ForgetCalls, bool>(forget => forget.HandleAsync(Ct));
    }

    private static async Task<ApiKeyId> KeyAsync(World world, string name)
    {
        var id = ApiKeyId.New(world.Get<IdSource>());
        await world.ReadAsync(db =>
        {
            db.ApiKeys.Add(new ApiKey { Id = id, MerchantId = world.Caller.MerchantId, Mode = Mode.Test, Name = name, Hash = Secret.Hash(name), CreatedAt = world.Clock.GetUtcNow() });
            return db.SaveChangesAsync(Ct);
        });
        return id;
    }
}
