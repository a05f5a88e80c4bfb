using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Keys;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Merchants;

/// <summary>For whom a key speaks.</summary>
public sealed class FindCallerTests
{
    private const string Key = "sk_test_the-shop";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_speaks_for_its_merchant_in_its_mode_until_it_is_revoked()
    {
        await using var world = await World.CreateAsync();
        var key = new ApiKey
        {
            Id = ApiKeyId.New(world.Get<IdSource>()),
            MerchantId = world.Caller.MerchantId,
            Mode = Mode.Test,
            Name = "Shop",
            Hash = Secret.Hash(Key),
            CreatedAt = world.Clock.GetUtcNow(),
        };
        await world.ReadAsync(db => { db.ApiKeys.Add(key); return db.SaveChangesAsync(Ct); });

        Assert.Equal(new KnownKey(key.Id, new Caller(world.Caller.MerchantId, Mode.Test, $"{key.Id}"), ApiScopes.All), await FindAsync(world, Key));
        Assert.Null(await FindAsync(world, Key.ToUpperInvariant()));

        await world.ReadAsync(db => { db.ApiKeys.Single().Revoke(world.Clock.GetUtcNow()); return db.SaveChangesAsync(Ct); });
        Assert.Null(await FindAsync(world, Key));
    }

    private static Task<KnownKey?> FindAsync(World world, string key) => world.UseAsync<FindCaller, KnownKey?>(find => find.HandleAsync(key, Ct));
}
