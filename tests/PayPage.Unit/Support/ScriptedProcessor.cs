using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Unit.Support;

/// <summary>A processor that says what a test tells it to. The real one is met in Processors/SandboxProcessorTests and in the journeys.</summary>
internal sealed class ScriptedProcessor : IPaymentProcessor, IPaymentProcessors
{
    public ProcessorKind Kind => ProcessorKind.Sandbox;

    public string Name => "The processor";

    public Func<Checkout, Task<CheckoutOutcome>> OnOpen { get; set; } =
        checkout => Task.FromResult<CheckoutOutcome>(new CheckoutOutcome.Opened($"sbp_{checkout.PaymentId}", PayerUrl));

    public Func<PaymentId, PaymentAnswer> OnFind { get; set; } = _ => new PaymentAnswer.NoAnswer();

    public Func<PaymentId, PaymentAnswer> OnCancel { get; set; } = id => new PaymentAnswer.Found(News(id, ProcessorState.Canceled));

    public Func<Refund, RefundAnswer> OnRefund { get; set; } = refund =>
        new RefundAnswer.Found(new RefundNews(refund.Id, $"sbr_{refund.Id}", RefundState.Succeeded));

    public Func<ProcessorAccess, AccountCheck> OnCheck { get; set; } = access => new AccountCheck.Works("own", "Northgate", access.Mode, TakesMoney: true);

    public Func<DateTimeOffset, MissedEvents> OnMissed { get; set; } = _ => new MissedEvents.Listed([]);

    /// <summary>What its statement lists: all of it that lies in the window, two on a page.</summary>
    public List<Movement> Movements { get; } = [];

    /// <summary>Null: as <see cref="Movements"/> says.</summary>
    public Func<StatementWindow, StatementPage>? OnStatement { get; set; }

    public Func<string, EventReading> OnRead { get; set; } = _ => new EventReading.NotGenuine("scripted");

    /// <summary>How long a payment may hold its amount; null: the processor ends it itself.</summary>
    public TimeSpan? Hold { get; set; }

    public Func<Currency, AmountLimits?> Limits { get; set; } = _ => AmountLimits.None;

    public List<PaymentId> Opened { get; } = [];

    public List<PaymentId> Canceled { get; } = [];

    public List<RefundId> Refunded { get; } = [];

    public static Uri PayerUrl => new("https://processor.example/pay");

    public static ProcessorNews News(PaymentId id, ProcessorState state, Money? amount = null) =>
        new(id, $"sbp_{id}", state, amount, state == ProcessorState.Open ? PayerUrl : null, state == ProcessorState.Succeeded ? "Visa •••• 4242" : null);

    public IPaymentProcessor Of(ProcessorKind kind) => this;

    public Task<CheckoutOutcome> OpenCheckoutAsync(Checkout checkout, ProcessorAccess access, CancellationToken ct)
    {
        Opened.Add(checkout.PaymentId);
        return OnOpen(checkout);
    }

    public Task<PaymentAnswer> FindAsync(PaymentTrace payment, ProcessorAccess access, CancellationToken ct) => Task.FromResult(OnFind(payment.Id));

    public Task<PaymentAnswer> CancelAsync(PaymentTrace payment, ProcessorAccess access, CancellationToken ct)
    {
        Canceled.Add(payment.Id);
        return Task.FromResult(OnCancel(payment.Id));
    }

    public Task<RefundAnswer> RefundAsync(Refund refund, string moneyReference, ProcessorAccess access, CancellationToken ct)
    {
        Refunded.Add(refund.Id);
        return Task.FromResult(OnRefund(refund));
    }

    public Task<IReadOnlyList<Bank>> BanksAsync(ProcessorAccess access, CancellationToken ct) => Task.FromResult<IReadOnlyList<Bank>>([]);

    public Task<AccountCheck> CheckAsync(ProcessorAccess access, CancellationToken ct) =>
        Task.FromResult(OnCheck(access));

    public Task<MissedEvents> MissedEventsAsync(DateTimeOffset since, ProcessorAccess access, CancellationToken ct) =>
        Task.FromResult(OnMissed(since));

    public Task<StatementPage> StatementAsync(StatementWindow window, string? after, ProcessorAccess access, CancellationToken ct)
    {
        if (OnStatement is { } scripted)
        {
            return Task.FromResult(scripted(window));
        }

        var begin = after is null ? 0 : int.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        var all = Movements.Where(m => window.Holds(m.At)).ToList();
        return Task.FromResult<StatementPage>(new StatementPage.Listed([.. all.Skip(begin).Take(2)], begin + 2 < all.Count ? $"{begin + 2}" : null));
    }

    public TimeSpan? HoldsFor(CheckoutStyle style) => Hold;

    public AmountLimits? LimitsOf(Currency currency) => Limits(currency);

    public EventReading ReadEvent(ReadOnlyMemory<byte> body, Func<string, string?> header, ProcessorAccess access, DateTimeOffset now) =>
        OnRead(System.Text.Encoding.UTF8.GetString(body.Span));
}
