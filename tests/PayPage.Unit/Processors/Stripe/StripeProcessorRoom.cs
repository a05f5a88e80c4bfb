using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Processors.Stripe;
using PayPage.Unit.StripeStandIn;
using PayPage.Unit.Support;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>The processor before a local Stripe, both by the same clock.</summary>
public abstract class StripeProcessorRoom : IAsyncLifetime
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    internal static readonly PaymentId Id = new(Guid.Parse("01890a5d-0000-7000-8000-000000000001"));
    internal static readonly Uri Return = new("https://pay.example/p/token/return");

    internal ManualClock Clock { get; } = new(Start);

    internal StripeServer Server { get; private set; } = null!;    // made before each test

    internal StripeProcessor Processor { get; private set; } = null!;    // made before each test

    internal ProcessorAccess Access => new(new ProcessorSecrets(Server.SecretKey, [Server.Hooks.Secret]), Mode.Test, Server.AccountId, Server.PublishableKey);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Server = await StripeServer.StartAsync(Clock);
        Processor = StripeApis.Processor(Server, Clock);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Server.DisposeAsync();
    }

    internal static Checkout Checkout(CheckoutStyle style, Money? amount = null, PaymentId? id = null) => new(
        id ?? Id, amount ?? new Money(1250, Currency.Usd), PaymentMethod.Card, null, "Acme", "INV-7", Return, new Uri("https://pay.example/hooks/stripe/acc"))
    {
        Style = style,
        Language = "de",
        PreparedAt = Start,
    };

    internal static PaymentTrace Trace(CheckoutStyle style, string? reference = null, PaymentId? id = null) =>
        new(id ?? Id, reference, new Money(1250, Currency.Usd), style, Start);

    internal async Task<CheckoutOutcome.Opened> OpenAsync(CheckoutStyle style, PaymentId? id = null) =>
        Assert.IsType<CheckoutOutcome.Opened>(await Processor.OpenCheckoutAsync(Checkout(style, id: id), Access, Ct));

    /// <summary>Opened, and paid by the payer.</summary>
    internal async Task<string> PaidAsync(string number = TestNumbers.Visa)
    {
        var opened = await OpenAsync(CheckoutStyle.OnPage);
        Pay(Server.Book.IntentOf(opened.Reference), number);
        return opened.Reference;
    }

    internal void Pay(Intent intent, string number) => Server.Book.Confirm(intent, TestNumbers.Read(number), Return.AbsoluteUri);

    internal void PayAtStripe(string session, string number)
    {
        var kept = Server.Book.SessionOf(session);
        kept.Intent ??= Server.Book.CreateIntent(kept.Amount, kept.Currency, null, kept.IntentMetadata, kept);
        Pay(kept.Intent, number);
    }

    internal static ProcessorNews News(PaymentAnswer answer) => Assert.IsType<PaymentAnswer.Found>(answer).News;

    internal static PayPage.Domain.Payments.Refund Refund(long minor = 300, int number = 2, DateTimeOffset? at = null) => new()
    {
        Id = new RefundId(Guid.Parse($"01890a5d-0000-7000-8000-00000000000{number}")),
        MerchantId = new MerchantId(Guid.Parse("01890a5d-0000-7000-8000-0000000000aa")),
        PaymentId = Id,
        Amount = new Money(minor, Currency.Usd),
        OfOverpayment = 0,
        Actor = "test",
        RequestedAt = at ?? Start,
    };
}
