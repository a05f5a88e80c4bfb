using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.Support;
using PayPage.UseCases.Accounts;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Accounts;

/// <summary>From a typed key to an account through which money comes.</summary>
public sealed class AccountTests
{
    private const string Key = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";
    private const string Signing = "whsec_c2lnbmluZyBzZWNyZXQgb25l";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_takes_no_money_before_it_is_tested_and_put_in_use()
    {
        await using var world = await World.CreateAsync();
        var id = await ConnectedAsync(world);

        Assert.Equal(world.Account, (await InUseAsync(world))!.Id);
        Assert.Equal(SwitchAccount.UseOutcome.NotTested, await UseAsync(world, id));

        Assert.IsType<SwitchAccount.TestOutcome.Works>(await TestAsync(world, id));
        Assert.Equal(SwitchAccount.UseOutcome.InUse, await UseAsync(world, id));
        Assert.Equal(SwitchAccount.UseOutcome.InUse, await UseAsync(world, id));    // pressed twice

        var now = (await InUseAsync(world))!;
        Assert.Equal((id, "own", CheckoutStyle.OnPage), (now.Id, now.OwnId, now.Style));
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.AccountInUseMail, Ct)));
    }

    [Fact]
    public async Task The_account_that_was_in_use_goes_on_with_its_payments_and_can_be_put_in_use_again()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(12_50);
        await world.OpenPaymentAsync(invoice, 12_50);
        var id = await ConnectedAsync(world);
        await TestAsync(world, id);
        await UseAsync(world, id);

        world.Processor.OnFind = payment => new PaymentAnswer.Found(ScriptedProcessor.News(payment, ProcessorState.Succeeded, new Money(12_50, Currency.Usd)));
        world.Clock.Advance(TimeSpan.FromSeconds(20));
        await world.UseAsync<ReconcilePayments, int>(reconcile => reconcile.HandleAsync(Ct));

        Assert.Equal(12_50, (await world.InvoiceAsync(invoice)).Paid);
        Assert.Equal(SwitchAccount.UseOutcome.InUse, await UseAsync(world, world.Account));
        Assert.Equal(world.Account, (await InUseAsync(world))!.Id);
    }

    [Fact]
    public async Task A_new_key_must_be_tested_anew_and_be_of_the_same_account()
    {
        await using var world = await World.CreateAsync();
        var id = await ConnectedAsync(world);
        await TestAsync(world, id);

        await ChangeAsync(world, id, Typed() with { SecretKey = "rk_test_newer0123456789abcd", SigningSecret = null });
        Assert.Equal(SwitchAccount.UseOutcome.NotTested, await UseAsync(world, id));

        world.Processor.OnCheck = access => new AccountCheck.Works("another", "Somebody else", access.Mode, TakesMoney: true);
        Assert.IsType<SwitchAccount.TestOutcome.AnotherAccount>(await TestAsync(world, id));

        world.Processor.OnCheck = _ => new AccountCheck.Works("own", "Northgate", Mode.Live, TakesMoney: true);
        Assert.IsType<SwitchAccount.TestOutcome.AnotherAccount>(await TestAsync(world, id));
        Assert.Equal(SwitchAccount.UseOutcome.NotTested, await UseAsync(world, id));
    }

    [Fact]
    public async Task Signing_secrets_overlap_two_at_most_and_without_one_no_money_is_taken()
    {
        await using var world = await World.CreateAsync();
        var id = await ConnectedAsync(world, Typed() with { SigningSecret = null });
        await TestAsync(world, id);
        Assert.Equal(SwitchAccount.UseOutcome.NoSigningSecret, await UseAsync(world, id));

        foreach (var secret in new[] { "whsec_firstfirstfirst1", "whsec_secondsecond2", "whsec_thirdthird33" })
        {
            await ChangeAsync(world, id, Typed() with { SecretKey = null, SigningSecret = secret });
        }

        Assert.Equal(["whsec_thirdthird33", "whsec_secondsecond2"], await SecretsAsync(world, id));
        await ChangeAsync(world, id, Typed() with { SecretKey = null, SigningSecret = null, DropsOldSecret = true });
        Assert.Equal(["whsec_thirdthird33"], await SecretsAsync(world, id));
        Assert.Equal(SwitchAccount.UseOutcome.InUse, await UseAsync(world, id));    // the key stayed, and so did its test
    }

    [Fact]
    public async Task What_a_colleague_saved_meanwhile_is_not_overwritten_unknowingly()
    {
        await using var world = await World.CreateAsync();
        var id = await ConnectedAsync(world);
        var seen = (await AccountAsync(world, id)).Version;
        await ChangeAsync(world, id, Typed() with { Style = "Hosted" });

        var outcome = await world.UseAsync<WriteAccount, WriteAccount.Outcome>(write => write.ChangeAsync(id, seen, Typed(), world.Caller, Ct));

        Assert.IsType<WriteAccount.Outcome.Overtaken>(outcome);
        Assert.Equal(CheckoutStyle.Hosted, (await AccountAsync(world, id)).Style);
    }

    [Fact]
    public async Task Another_merchant_neither_sees_nor_tests_nor_uses_nor_changes_it()
    {
        await using var world = await World.CreateAsync();
        var id = await ConnectedAsync(world);
        var (stranger, _) = await world.MerchantAsync();

        Assert.Null(await world.UseAsync<ShowAccounts, ShowAccounts.One?>(show => show.OneAsync(id, stranger, Ct)));
        Assert.IsType<SwitchAccount.TestOutcome.NoSuchAccount>(await TestAsync(world, id, stranger));
        Assert.Equal(SwitchAccount.UseOutcome.NoSuchAccount, await UseAsync(world, id, stranger));
        Assert.False(await world.UseAsync<SwitchAccount, bool>(turn => turn.StopAsync(id, stranger, Ct)));
        Assert.IsType<WriteAccount.Outcome.NoSuchAccount>(
            await world.UseAsync<WriteAccount, WriteAccount.Outcome>(write => write.ChangeAsync(id, 0, Typed(), stranger, Ct)));
        Assert.IsType<WriteAccount.Outcome.NoSuchAccount>(
            await world.UseAsync<WriteAccount, WriteAccount.Outcome>(write => write.AddAsync(id, Typed(), stranger, Ct)));
    }

    [Fact]
    public async Task Keys_lie_sealed_in_the_database()
    {
        await using var world = await World.CreateAsync();
        var account = await AccountAsync(world, await ConnectedAsync(world));
        var stored = System.Text.Encoding.Latin1.GetString(account.SealedSecrets);

        Assert.DoesNotContain("sk_test", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec", stored, StringComparison.Ordinal);
        Assert.Equal("p7dc", account.KeyEnd);
    }

    private static AccountWords Typed() => new(Key, "pk_test_TYooMQauvdEDq54NiTphI7jx", Signing, false, "OnPage");

    private static async Task<ProcessorAccountId> ConnectedAsync(World world, AccountWords? words = null)
    {
        var id = ProcessorAccountId.New(world.Get<IdSource>());
        Assert.IsType<WriteAccount.Outcome.Saved>(
            await world.UseAsync<WriteAccount, WriteAccount.Outcome>(write => write.AddAsync(id, words ?? Typed(), world.Caller, Ct)));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return id;
    }

    private static async Task ChangeAsync(World world, ProcessorAccountId id, AccountWords words)
    {
        var seen = (await AccountAsync(world, id)).Version;
        Assert.IsType<WriteAccount.Outcome.Saved>(
            await world.UseAsync<WriteAccount, WriteAccount.Outcome>(write => write.ChangeAsync(id, seen, words, world.Caller, Ct)));
    }

    private static Task<SwitchAccount.TestOutcome> TestAsync(World world, ProcessorAccountId id, PayPage.UseCases.Caller? caller = null) =>
        world.UseAsync<SwitchAccount, SwitchAccount.TestOutcome>(turn => turn.TestAsync(id, caller ?? world.Caller, Ct));

    private static Task<SwitchAccount.UseOutcome> UseAsync(World world, ProcessorAccountId id, PayPage.UseCases.Caller? caller = null) =>
        world.UseAsync<SwitchAccount, SwitchAccount.UseOutcome>(turn => turn.UseAsync(id, caller ?? world.Caller, Ct));

    private static Task<ProcessorAccount?> InUseAsync(World world) =>
        world.UseAsync<FindAccount, ProcessorAccount?>(find => find.OfMerchantAsync(world.Caller.MerchantId, Mode.Test, Ct));

    private static Task<ProcessorAccount> AccountAsync(World world, ProcessorAccountId id) =>
        world.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, Ct));

    private static async Task<IReadOnlyList<string>> SecretsAsync(World world, ProcessorAccountId id) =>
        world.Get<IProcessorVault>().Unseal((await AccountAsync(world, id)).SealedSecrets).WebhookSecrets;
}
