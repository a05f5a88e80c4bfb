using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes what becomes of unexpected money, and when colleagues who give money back prove who they are. Counts for what comes from now on.</summary>
internal sealed class ChangeRefundRules(WriteSeam write)
{
    /// <param name="seen">The stamp of what was shown (<see cref="SettingsStamp"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, RefundRules rules, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var policies = new StrayPolicies(
            PolicyOf(nameof(RefundRules.Late), rules.Late, typed), PolicyOf(nameof(RefundRules.Double), rules.Double, typed),
            PolicyOf(nameof(RefundRules.Over), rules.Over, typed), PolicyOf(nameof(RefundRules.AfterCancel), rules.AfterCancel, typed));
        var limit = LimitOf(rules, typed);

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, policies, rules.Proof == RefundRules.Never, limit, seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    private static StrayMoneyPolicy PolicyOf(string field, string? word, TypedFields typed)
    {
        if (Enum.TryParse<StrayMoneyPolicy>(word, out var policy) && $"{policy}" == word)
        {
            return policy;
        }

        typed.Refuse(field, "Choose what becomes of this money.");
        return StrayMoneyPolicy.Keep;
    }

    /// <returns>Null: there is none, and each refund needs a proof, or none does.</returns>
    private static Money? LimitOf(RefundRules rules, TypedFields typed)
    {
        if (rules.Proof is RefundRules.Always or RefundRules.Never)
        {
            return null;
        }

        if (rules.Proof != RefundRules.Above)
        {
            typed.Refuse(nameof(RefundRules.Proof), "Choose when colleagues are asked.");
            return null;
        }

        if (!Currency.TryParse(rules.Currency?.Trim().ToUpperInvariant(), out var currency))
        {
            typed.Refuse(nameof(RefundRules.Currency), "Choose the currency of the limit.");
            return null;
        }

        if (AmountText.Read(rules.Limit, currency.Digits, commaToo: true) is { Fault: null, Value: > 0 and <= Money.MostMinor and var minor })
        {
            return new Money(minor, currency);
        }

        typed.Refuse(nameof(RefundRules.Limit), $"Write an amount above 0 in {currency.Code}, for example {new Money(100 * currency.UnitsPerOne, currency).Figure}.");
        return null;
    }

    private static async Task<SettingsOutcome> SaveAsync(
        Unit unit, MerchantId id, StrayPolicies policies, bool never, Money? limit, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, RefundRules.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        (merchant.StrayMoney, merchant.RefundsWithoutPassword) = (policies, never);
        (merchant.RefundLimit, merchant.RefundLimitCurrency) = (limit?.Minor ?? 0, limit?.Currency);
        return new SettingsOutcome.Saved();
    }
}
