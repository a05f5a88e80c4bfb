using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Reconciliation;

namespace PayPage.Unit.UseCases.Reconciliation;

/// <summary>What tests of comparisons do in a world.</summary>
internal static class ComparisonRoom
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Compares everything up to now, half an hour after whatever happened last.</summary>
    public static Task<ComparisonReport> CompareAsync(this World world, ProcessorAccountId? account = null)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        return world.CompareThenAsync(new StatementWindow(world.Clock.GetUtcNow().AddDays(-3), world.Clock.GetUtcNow()), account);
    }

    public static async Task<ComparisonReport> CompareThenAsync(this World world, StatementWindow window, ProcessorAccountId? account = null)
    {
        var id = account ?? world.Account;
        var compared = await world.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, Ct));
        return await world.UseAsync<CompareAccount, ComparisonReport>(compare => compare.HandleAsync(compared, window, "test", Ct));
    }

    /// <summary>The processor lists it as it knows it.</summary>
    public static Movement.In Lists(this World world, Payment payment, long? amount = null)
    {
        var movement = new Movement.In(
            payment.MoneyReference ?? payment.ProcessorReference ?? $"sbp_{payment.Id}", payment.Amount with { Minor = amount ?? payment.Amount.Minor }, payment.SettledAt ?? world.Clock.GetUtcNow(),
            payment.Id, PaymentMethod.Card, "Visa •••• 4242");
        world.Processor.Movements.Add(movement);
        return movement;
    }

    /// <summary>Money that nobody here ever heard of.</summary>
    public static Movement.In ListsForeign(this World world, long amount = 12_50, string reference = "sbp_foreign", Currency? currency = null)
    {
        var movement = new Movement.In(reference, new Money(amount, currency ?? Currency.Usd), world.Clock.GetUtcNow(), null, PaymentMethod.Card, "Visa •••• 1881");
        world.Processor.Movements.Add(movement);
        return movement;
    }

    public static async Task<Difference> ForeignDifferenceAsync(this World world, long amount = 12_50, string reference = "sbp_foreign", Currency? currency = null)
    {
        world.ListsForeign(amount, reference, currency);
        var report = await world.CompareAsync();
        return report.Differences.Single(d => d.Reference == reference);
    }

    public static Task<Difference> DifferenceAsync(this World world, DifferenceId id) => world.ReadAsync(db => db.Differences.AsNoTracking().SingleAsync(d => d.Id == id, Ct));

    public static Task<MatchMoney.Outcome> MatchAsync(this World world, Difference difference, string number, Caller? caller = null) =>
        world.UseAsync<MatchMoney, MatchMoney.Outcome>(match => match.HandleAsync(difference.Id, number, caller ?? world.Caller, Ct));

    public static Task<GiveBackUnknown.Outcome> GiveBackAsync(this World world, Difference difference, RefundId? refund = null, bool proven = true, Caller? caller = null) =>
        world.UseAsync<GiveBackUnknown, GiveBackUnknown.Outcome>(give =>
            give.HandleAsync(difference.Id, refund ?? RefundId.New(world.Get<IdSource>()), proven, caller ?? world.Caller, Ct));

    public static Task<MarkDifference.Outcome> MarkAsync(this World world, Difference difference, string words, Caller? caller = null) =>
        world.UseAsync<MarkDifference, MarkDifference.Outcome>(mark => mark.HandleAsync(difference.Id, words, caller ?? world.Caller, Ct));
}
