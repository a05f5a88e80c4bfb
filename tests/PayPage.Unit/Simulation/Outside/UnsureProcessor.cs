using System.Diagnostics;
using System.Text;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>The way between one process and the processor: requests and answers are lost or late, and the process may die on it.</summary>
internal sealed class UnsureProcessor(World world, Node node) : IPaymentProcessor, IPaymentProcessors
{
    private static readonly IReadOnlyList<(int, Fault)> Faults =
    [
        (53, Fault.None), (6, Fault.NeverCame), (6, Fault.ComesLater), (7, Fault.NoAnswer), (8, Fault.SlowToCome), (9, Fault.SlowToAnswer),
        (5, Fault.SlowAndNoAnswer), (2, Fault.CrashBefore), (2, Fault.CrashAndComesLater), (2, Fault.CrashAfter),
    ];

    private enum Fault
    {
        None,
        NeverCame,
        ComesLater,
        NoAnswer,
        SlowToCome,
        SlowToAnswer,
        SlowAndNoAnswer,
        CrashBefore,
        CrashAndComesLater,
        CrashAfter,
    }

    public ProcessorKind Kind => ProcessorKind.Sandbox;

    public string Name => "The processor";

    public IPaymentProcessor Of(ProcessorKind kind) => this;

    public Task<CheckoutOutcome> OpenCheckoutAsync(Checkout checkout, ProcessorAccess access, CancellationToken ct) => CallAsync<CheckoutOutcome>(
        $"open {checkout.PaymentId}",
        p => p.Open(checkout, access.Secrets),
        new CheckoutOutcome.NoAnswer(),
        outage =>
        {
            world.Processor.TurnAway(checkout.PaymentId);
            return outage == OutageKind.Down ? new CheckoutOutcome.NotReached() : new CheckoutOutcome.KeyRefused("No such key.");
        });

    public Task<PaymentAnswer> FindAsync(PaymentTrace payment, ProcessorAccess access, CancellationToken ct) => CallAsync(
        $"find {payment.Id}", p => p.Find(payment.Id, access.Secrets), new PaymentAnswer.NoAnswer(), Refused);

    public Task<PaymentAnswer> CancelAsync(PaymentTrace payment, ProcessorAccess access, CancellationToken ct) => CallAsync(
        $"cancel {payment.Id}", p => p.Cancel(payment.Id, access.Secrets), new PaymentAnswer.NoAnswer(), Refused);

    public Task<RefundAnswer> RefundAsync(Refund refund, string moneyReference, ProcessorAccess access, CancellationToken ct) => CallAsync<RefundAnswer>(
        $"refund {refund.Id}",
        p => p.Refund(refund, moneyReference, access.Secrets),
        new RefundAnswer.NoAnswer(),
        outage => new RefundAnswer.NoAnswer(outage == OutageKind.KeyRefused));

    public Task<IReadOnlyList<Bank>> BanksAsync(ProcessorAccess access, CancellationToken ct) => Task.FromResult<IReadOnlyList<Bank>>([]);

    public Task<AccountCheck> CheckAsync(ProcessorAccess access, CancellationToken ct) =>
        Task.FromResult<AccountCheck>(new AccountCheck.Works("own", Name, access.Mode, TakesMoney: true));

    public Task<MissedEvents> MissedEventsAsync(DateTimeOffset since, ProcessorAccess access, CancellationToken ct) => CallAsync<MissedEvents>(
        $"list {access.Secrets.ApiKey}",
        p => p.Missed(since, access.Secrets),
        new MissedEvents.NoAnswer(),
        outage => new MissedEvents.NoAnswer(outage == OutageKind.KeyRefused));

    public Task<StatementPage> StatementAsync(StatementWindow window, string? after, ProcessorAccess access, CancellationToken ct) =>
        CallAsync<StatementPage>("statement", p => p.Statement(window, access.Secrets), new StatementPage.NoAnswer(), outage => new StatementPage.NoAnswer(outage == OutageKind.KeyRefused));

    public TimeSpan? HoldsFor(CheckoutStyle style) => null;

    public AmountLimits? LimitsOf(Currency currency) => AmountLimits.None;

    public EventReading ReadEvent(ReadOnlyMemory<byte> body, Func<string, string?> header, ProcessorAccess access, DateTimeOffset now) =>
        world.Processor.Read(Encoding.UTF8.GetString(body.Span));

    private static PaymentAnswer Refused(OutageKind outage) => new PaymentAnswer.NoAnswer(outage == OutageKind.KeyRefused);

    /// <param name="turnedAway">What is said where the request never comes in.</param>
    private async Task<T> CallAsync<T>(string what, Func<SimProcessor, T> call, T noAnswer, Func<OutageKind, T> turnedAway)
    {
        node.MustBeAlive();
        await world.LookAsync();

        if (world.Outage.Kind is not OutageKind.None and var outage)
        {
            world.Trace.Say($"processor: {what} (out: {outage})");
            world.Coverage.Visit($"processor {what.Split(' ')[0]} out {outage}");
            return turnedAway(outage);
        }

        var fault = world.IsCalm ? Fault.None : world.Chance.Weighted(Faults);
        world.Trace.Say($"processor: {what} ({fault})");
        world.Coverage.Visit($"processor {what.Split(' ')[0]} {fault}");

        switch (fault)
        {
            case Fault.None:
                return call(world.Processor);
            case Fault.NeverCame:
                return noAnswer;
            case Fault.ComesLater:
                ComeLater(what, call);
                return noAnswer;
            case Fault.NoAnswer:
                call(world.Processor);
                return noAnswer;
            case Fault.SlowToCome:
                await MeanwhileAsync();
                return call(world.Processor);
            case Fault.SlowToAnswer:
                var answer = call(world.Processor);
                await MeanwhileAsync();
                return answer;
            case Fault.SlowAndNoAnswer:
                call(world.Processor);
                await MeanwhileAsync();
                return noAnswer;
            case Fault.CrashBefore:
                break;
            case Fault.CrashAndComesLater:
                ComeLater(what, call);
                break;
            case Fault.CrashAfter:
                call(world.Processor);
                break;
            default:
                throw new UnreachableException();
        }

        node.Crash($"{fault}: {what}");
        throw new UnreachableException();
    }

    private async Task MeanwhileAsync()
    {
        await world.MeanwhileAsync();
        node.MustBeAlive();
    }

    private void ComeLater<T>(string what, Func<SimProcessor, T> call) => world.Network.PostLate(what, () => call(world.Processor));
}
