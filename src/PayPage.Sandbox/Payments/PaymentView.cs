using Microsoft.Extensions.Options;

namespace PayPage.Sandbox.Payments;

/// <summary>A payment as the API and the webhooks show it. A tombstone has amount 0 and nulls.</summary>
internal sealed record PaymentView(
    string Id,
    string ClientReference,
    string Status,
    long Amount,
    string? Currency,
    string? Method,
    Uri? PayerUrl,
    string? DeclineReason,
    CardView? Card,
    BankView? Bank,
    long AmountRefunded,
    bool Disputed,
    DateTime CreatedAt,
    DateTime ExpiresAt,
    DateTime? SucceededAt);

internal sealed record CardView(string Brand, string Last4);

internal sealed record BankView(string Code, string Name);

/// <summary>Draws payments. The payer's address is made here, since the bound port is known only after the start.</summary>
internal sealed class PaymentViews(IServiceProvider services, IOptions<SandboxOptions> options, TimeProvider clock)
{
    /// <summary>The origin that payers reach.</summary>
    public Uri Origin => options.Value.PublicBaseUrl!(services);    // demanded when the options were validated

    public PaymentView Of(Payment payment) => new(
        payment.Id,
        payment.ClientReference,
        payment.StatusAt(clock.GetUtcNow()).Text(),
        payment.Amount,
        payment.Currency,
        payment.Method,
        payment.PayerSecret is null ? null : new Uri(Origin, $"/sandbox/pay/{payment.PayerSecret}"),
        payment.DeclineReason,
        payment is { CardBrand: { } brand, CardLast4: { } last4 } ? new CardView(brand, last4) : null,
        Banks.Find(payment.Bank) is { } bank ? new BankView(bank.Code, bank.Name) : null,
        payment.AmountRefunded,
        payment.Disputed,
        payment.CreatedAt.UtcDateTime,
        payment.ExpiresAt.UtcDateTime,
        payment.SucceededAt?.UtcDateTime);
}
