using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>What a merchant decided about money that goes back, as it was typed.</summary>
/// <param name="Late">The name of a <see cref="StrayMoneyPolicy"/>, as the next three: see <see cref="StrayPolicies"/>.</param>
/// <param name="Proof">When colleagues prove who they are: <see cref="Always"/>, <see cref="Above"/> or <see cref="Never"/>.</param>
/// <param name="Limit">Above how much of one payment; read only for <see cref="Above"/>.</param>
/// <param name="Currency">ISO 4217, of the limit.</param>
internal sealed record RefundRules(string? Late, string? Double, string? Over, string? AfterCancel, string? Proof, string? Limit, string? Currency)
{
    public const string Always = "always";
    public const string Above = "above";
    public const string Never = "never";

    public static RefundRules Of(Merchant merchant) => new(
        $"{merchant.StrayMoney.Late}", $"{merchant.StrayMoney.Double}", $"{merchant.StrayMoney.Over}", $"{merchant.StrayMoney.AfterCancel}",
        merchant.RefundsWithoutPassword ? Never : merchant.RefundLimit == 0 ? Always : Above,
        merchant is { RefundLimit: > 0 and var limit, RefundLimitCurrency: { } currency } ? new Money(limit, currency).Figure : null,
        (merchant.RefundLimitCurrency ?? merchant.DefaultCurrency)?.Code);

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(Of(merchant));
}
