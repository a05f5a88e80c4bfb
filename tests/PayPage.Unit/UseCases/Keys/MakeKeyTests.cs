using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Keys;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Keys;

public sealed class MakeKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Live_keys_begin_otherwise_and_are_made_only_where_real_money_is_taken()
    {
        await using var world = await World.CreateAsync();
        var words = new KeyWords("Shop", "live", null, ["write"], null);

        Assert.Contains("Mode", Assert.IsType<MakeKey.Outcome.Faulty>(await MakeAsync(world, words, world.Caller)).Messages.Keys);
        var made = Assert.IsType<MakeKey.Outcome.Made>(await MakeAsync(world, words, world.Caller with { Mode = Mode.Live }));

        Assert.StartsWith("ppk_live_", made.Secret, StringComparison.Ordinal);
        Assert.Equal((Mode.Live, ApiScopes.Write, made.Secret[..13]), (made.Key.Mode, made.Key.Scopes, made.Key.Shown));
        var known = await world.UseAsync<FindCaller, KnownKey?>(find => find.HandleAsync(made.Secret, Ct));
        Assert.Equal(new KnownKey(made.Key.Id, new Caller(world.Caller.MerchantId, Mode.Live, $"{made.Key.Id}"), ApiScopes.Write), known);
        Assert.DoesNotContain(made.Secret, $"{made}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_merchants_key_is_nobodys()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var made = Assert.IsType<MakeKey.Outcome.Made>(await MakeAsync(world, new KeyWords("Shop", null, null, ["read"], null), world.Caller));

        Assert.IsType<MakeKey.Outcome.NoSuchKey>(await MakeAsync(world, new KeyWords("Shop", null, null, ["read"], null), other, made.Key.Id));
        Assert.False(await world.UseAsync<RevokeKey, bool>(revoke => revoke.HandleAsync(made.Key.Id, other, Ct)));
        Assert.Null(await world.UseAsync<ListKeys, ApiKey?>(list => list.OneAsync(made.Key.Id, other, Ct)));
        Assert.Empty((await world.UseAsync<ListKeys, ListKeys.View>(list => list.HandleAsync(other, Ct))).InUse);
        Assert.Null(await world.ReadAsync(db => db.ApiKeys.Where(k => k.Id == made.Key.Id).Select(k => k.RevokedAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_signers_name_is_the_merchants_own_where_none_is_written()
    {
        await using var world = await World.CreateAsync();
        var made = Assert.IsType<MakeKey.Outcome.Made>(await MakeAsync(world, new KeyWords("Shop", null, KeyWords.Signed, ["read"], " "), world.Caller));
        var signer = await world.UseAsync<FindSigner, Signer?>(find => find.HandleAsync(made.Key.Id, Ct));

        Assert.NotNull(signer);
        Assert.Equal(($"{world.Caller.MerchantId}", made.Secret), (signer.Name, Convert.ToBase64String(signer.Secret)));
        Assert.Null(await world.UseAsync<FindCaller, KnownKey?>(find => find.HandleAsync(made.Secret, Ct)));

        await world.UseAsync<RevokeKey, bool>(revoke => revoke.HandleAsync(made.Key.Id, world.Caller, Ct));
        Assert.Null(await world.UseAsync<FindSigner, Signer?>(find => find.HandleAsync(made.Key.Id, Ct)));
    }

    private static Task<MakeKey.Outcome> MakeAsync(World world, KeyWords words, Caller caller, ApiKeyId? id = null) =>
        world.UseAsync<MakeKey, MakeKey.Outcome>(make => make.HandleAsync(id ?? ApiKeyId.New(world.Get<IdSource>()), words, caller, Ct));
}
