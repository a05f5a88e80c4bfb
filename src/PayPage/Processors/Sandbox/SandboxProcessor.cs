using System.Globalization;
using System.Net;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Sandbox;

/// <summary>The processor next door. Its words become ours here; it is met over HTTP even when it lives in this process.</summary>
internal sealed class SandboxProcessor(SandboxHttp http, SandboxBanks banks, ISandboxLocation location) : IPaymentProcessor
{
    private const string Payments = "sandbox/api/payments";
    private const string Refunds = "sandbox/api/refunds";
    private const string Movements = "sandbox/api/movements";
    private const int StatementLength = 200;

    public ProcessorKind Kind => ProcessorKind.Sandbox;

    public string Name => "PayPage Sandbox";

    public async Task<CheckoutOutcome> OpenCheckoutAsync(Checkout checkout, ProcessorAccess access, CancellationToken ct)
    {
        var order = new
        {
            client_reference = $"{checkout.PaymentId}",
            amount = checkout.Amount.Minor,
            currency = checkout.Amount.Currency.Code,
            exponent = checkout.Amount.Currency.Digits,
            method = checkout.Method == PaymentMethod.Bank ? "bank" : "card",
            bank = checkout.Bank,
            description = checkout.Description,
            merchant_name = checkout.MerchantName,
            return_url = checkout.ReturnUrl.AbsoluteUri,
            webhook_url = checkout.HookUrl.AbsoluteUri,
        };
        var answer = await http.PostAsync<SandboxPayment>(Payments, order, $"{checkout.PaymentId}", access.Secrets, ct);

        return answer switch
        {
            { Value: { Id: { } id, PayerUrl: { } page } } => new CheckoutOutcome.Opened(id, page),
            { Status: HttpStatusCode.BadRequest } => new CheckoutOutcome.Refused(Reason(answer.Fault)),
            { Status: HttpStatusCode.Unauthorized } => new CheckoutOutcome.KeyRefused(Reason(answer.Fault)),
            { Status: HttpStatusCode.Conflict, Fault.Type: "payment_canceled" } => new CheckoutOutcome.Refused(Reason(answer.Fault)),

            { NeverSent: true } => new CheckoutOutcome.NotReached(),

            // Also a key that was used with other figures: that must never be read as "not opened".
            _ => new CheckoutOutcome.NoAnswer(),
        };
    }

    public async Task<PaymentAnswer> FindAsync(PaymentTrace payment, ProcessorAccess access, CancellationToken ct)
    {
        var answer = await http.GetAsync<SandboxPage<SandboxPayment>>($"{Payments}?client_reference={payment.Id}", access.Secrets, ct);

        return answer.Value?.Data switch
        {
            [] => new PaymentAnswer.NotFound(),
            [var only] => Found(only),
            _ => new PaymentAnswer.NoAnswer(IsKeyRefused(answer.Status)),
        };
    }

    public async Task<PaymentAnswer> CancelAsync(PaymentTrace payment, ProcessorAccess access, CancellationToken ct)
    {
        var answer = await http.PostAsync<SandboxPayment>($"{Payments}/cancel", new { client_reference = $"{payment.Id}" }, null, access.Secrets, ct);
        return answer.Value is { } found ? Found(found) : new PaymentAnswer.NoAnswer(IsKeyRefused(answer.Status));
    }

    public async Task<RefundAnswer> RefundAsync(Refund refund, string moneyReference, ProcessorAccess access, CancellationToken ct)
    {
        if (refund.ProcessorReference is { } known)
        {
            var asked = await http.GetAsync<SandboxRefund>($"{Refunds}/{Uri.EscapeDataString(known)}", access.Secrets, ct);
            return asked.Value?.InOurWords() is { } stands ? new RefundAnswer.Found(stands) : new RefundAnswer.NoAnswer(IsKeyRefused(asked.Status));
        }

        var answer = await http.PostAsync<SandboxRefund>(
            $"{Payments}/{Uri.EscapeDataString(moneyReference)}/refunds",
            new { client_reference = $"{refund.Id}", amount = refund.Amount.Minor },
            $"{refund.Id}", access.Secrets, ct);

        if (answer.Value is { Id: { } id, Status: "pending" })
        {
            // A repeated order is answered as it was the first time. How the refund stands now is asked by its own id.
            var now = await http.GetAsync<SandboxRefund>($"{Refunds}/{Uri.EscapeDataString(id)}", access.Secrets, ct);
            answer = now.Value is null ? answer : now;
        }

        return answer switch
        {
            { Value: { } value } when value.InOurWords() is { } news => new RefundAnswer.Found(news),
            { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound } => new RefundAnswer.Refused(Reason(answer.Fault)),
            { Status: HttpStatusCode.Conflict, Fault.Type: "refund_exceeds_payment" or "payment_disputed" } => new RefundAnswer.Refused(Reason(answer.Fault)),
            _ => new RefundAnswer.NoAnswer(IsKeyRefused(answer.Status)),
        };
    }

    public Task<IReadOnlyList<Bank>> BanksAsync(ProcessorAccess access, CancellationToken ct) => banks.AllAsync(access.Secrets, ct);

    public async Task<AccountCheck> CheckAsync(ProcessorAccess access, CancellationToken ct)
    {
        var answer = await http.GetAsync<SandboxPage<SandboxBank>>("sandbox/api/banks", access.Secrets, ct);

        // Whoever brings a key has an account there.
        return answer switch
        {
            { Value: not null } => new AccountCheck.Works("sandbox", Name, Mode.Test, TakesMoney: true),
            { Status: HttpStatusCode.Unauthorized } => new AccountCheck.KeyRefused(Reason(answer.Fault)),
            _ => new AccountCheck.NoAnswer(),
        };
    }

    /// <remarks>The sandbox tries for as long as it runs, and loses events only where a test told it to: nothing is missed by accident.</remarks>
    public Task<MissedEvents> MissedEventsAsync(DateTimeOffset since, ProcessorAccess access, CancellationToken ct) =>
        Task.FromResult<MissedEvents>(new MissedEvents.Listed([]));

    public async Task<StatementPage> StatementAsync(StatementWindow window, string? after, ProcessorAccess access, CancellationToken ct)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Movements}?from={window.From.UtcDateTime:O}&to={window.To.UtcDateTime:O}&limit={StatementLength}");
        var answer = await http.GetAsync<SandboxPage<SandboxMovement>>(after is null ? path : $"{path}&after={Uri.EscapeDataString(after)}", access.Secrets, ct);

        if (answer.Value?.Data is not { } data)
        {
            return new StatementPage.NoAnswer(IsKeyRefused(answer.Status));
        }

        List<Movement> read = [.. data.Select(m => m.InOurWords()).OfType<Movement>()];
        return new StatementPage.Listed(read, answer.Value.HasMore == true && data.Count > 0 ? data[^1].Id : null, data.Count - read.Count);
    }

    public TimeSpan? HoldsFor(CheckoutStyle style) => null;

    public AmountLimits? LimitsOf(Currency currency) => AmountLimits.None;

    public Uri? DisputePage(string reference, Mode mode) => new(location.PublicSandbox, $"sandbox/disputes/{Uri.EscapeDataString(reference)}");

    public EventReading ReadEvent(ReadOnlyMemory<byte> body, Func<string, string?> header, ProcessorAccess access, DateTimeOffset now) =>
        SandboxEvents.Read(body, header, access.Secrets, now);

    private static PaymentAnswer Found(SandboxPayment payment) =>
        payment.InOurWords() is { } news ? new PaymentAnswer.Found(news) : new PaymentAnswer.NoAnswer();

    private static bool IsKeyRefused(HttpStatusCode? status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private static string Reason(SandboxFaultDetail? fault) => fault?.Message ?? fault?.Type ?? "no reason given";
}
