using Microsoft.Extensions.Options;
using PayPage.Sandbox.Api;
using PayPage.Sandbox.Storage;
using PayPage.Sandbox.TestCards;

namespace PayPage.Sandbox.Payments;

/// <summary>Opens a payment for a payer to pay.</summary>
internal sealed class CreatePayment(
    Database database, PaymentViews views, Hang hang, IOptions<SandboxOptions> options, TimeProvider clock)
{
    /// <summary>Safe to repeat with the same key.</summary>
    /// <param name="request">Valid, see <see cref="PaymentRequest.FirstProblem"/>.</param>
    public async Task<Outcome> HandleAsync(ApiKey apiKey, string key, PaymentRequest request, CancellationToken ct)
    {
        var hash = Answers.Hash("payment", request);
        if (database.Read(s => Answered(s, apiKey.Account, key, hash)) is { } earlier)
        {
            return earlier;
        }

        var fault = TestTable.FaultOf(request.Amount);
        if (await RefusedAsync(fault, apiKey.Account, key, ct) is { } refused)
        {
            return refused;
        }

        var outcome = await database.WriteAsync(s => Create(s, apiKey, key, hash, request), ct);

        return outcome is Outcome.Created ? await SpoiledAsync(fault, ct) ?? outcome : outcome;
    }

    /// <summary>Faults that leave nothing behind.</summary>
    private async Task<Outcome?> RefusedAsync(AmountFault fault, string account, string key, CancellationToken ct)
    {
        switch (fault)
        {
            case AmountFault.HangBeforeCreate:
                await hang.WaitAsync(ct);
                return new Outcome.TimedOut();
            case AmountFault.Unavailable:
                return new Outcome.Unavailable();
            case AmountFault.Throttled when await CountTryAsync(account, key, ct) <= TestTable.ThrottledTries:
                return new Outcome.Throttled(options.Value.ThrottleTime);
            default:
                return null;
        }
    }

    /// <summary>Faults after the payment is there.</summary>
    private async Task<Outcome?> SpoiledAsync(AmountFault fault, CancellationToken ct)
    {
        switch (fault)
        {
            case AmountFault.HangAfterCreate:
                await hang.WaitAsync(ct);
                return new Outcome.TimedOut();
            case AmountFault.ErrorAfterCreate:
                return new Outcome.Broken();
            default:
                return null;
        }
    }

    private Task<long> CountTryAsync(string account, string key, CancellationToken ct) => database.WriteAsync(
        s => s.Number(
            """
            INSERT INTO throttles (account, key, tries) VALUES ($account, $key, 1)
            ON CONFLICT (account, key) DO UPDATE SET tries = tries + 1 RETURNING tries
            """,
            ("$account", account),
            ("$key", key))!.Value,    // an inserted row has a number
        ct);

    private static Outcome? Answered(Session session, string account, string key, string hash) =>
        Answers.Find(session, account, key) is not { } stored ? null
        : stored.RequestHash == hash ? new Outcome.Replayed(stored.Status, stored.Body)
        : new Outcome.KeyReused();

    private Outcome Create(Session session, ApiKey apiKey, string key, string hash, PaymentRequest request)
    {
        if (Answered(session, apiKey.Account, key, hash) is { } meanwhile)
        {
            return meanwhile;
        }

        // A cancel may have come first, by the reference or by the key it knew.
        var same = PaymentShelf.ByReference(session, apiKey.Account, request.ClientReference);
        var underKey = PaymentShelf.ByReference(session, apiKey.Account, key);
        if (same?.Status == PaymentStatus.Canceled || underKey?.Status == PaymentStatus.Canceled)
        {
            return new Outcome.WasCanceled();
        }

        if (same is not null)
        {
            return new Outcome.ReferenceTaken();
        }

        var body = SandboxJson.Write(views.Of(Insert(session, apiKey, request)));
        Answers.Store(session, apiKey.Account, key, new(hash, 201, body));
        return new Outcome.Created(body);
    }

    private Payment Insert(Session session, ApiKey apiKey, PaymentRequest request)
    {
        var now = clock.GetUtcNow();
        var id = Ids.New("sbp");
        var hold = request.HoldSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : options.Value.HoldTime;

        session.Execute(
            "INSERT INTO accounts (id, webhook_secret) VALUES ($id, $secret) ON CONFLICT DO NOTHING",
            ("$id", apiKey.Account),
            ("$secret", apiKey.WebhookSecret));
        session.Execute(
            """
            INSERT INTO payments
                (id, account, client_reference, status, amount, currency, exponent, method, bank, description, merchant_name,
                 return_url, webhook_url, payer_secret, created_at, expires_at)
            VALUES ($id, $account, $reference, 'open', $amount, $currency, $exponent, $method, $bank, $description, $merchant,
                 $return_url, $webhook_url, $secret, $now, $expires)
            """,
            ("$id", id),
            ("$account", apiKey.Account),
            ("$reference", request.ClientReference),
            ("$amount", request.Amount),
            ("$currency", request.Currency),
            ("$exponent", request.Exponent),
            ("$method", request.Method),
            ("$bank", request.Bank),
            ("$description", request.Description),
            ("$merchant", request.MerchantName),
            ("$return_url", request.ReturnUrl),
            ("$webhook_url", request.WebhookUrl),
            ("$secret", Ids.NewSecret()),
            ("$now", now.Stored()),
            ("$expires", (now + hold).Stored()));
        session.WakesWorkers = true;
        return PaymentShelf.ById(session, id)!;    // it was written a line above
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Created(string Body) : Outcome;

        internal sealed record Replayed(int Status, string Body) : Outcome;

        internal sealed record KeyReused : Outcome;

        internal sealed record ReferenceTaken : Outcome;

        /// <summary>A cancel came first: this payment never opens.</summary>
        internal sealed record WasCanceled : Outcome;

        internal sealed record Throttled(TimeSpan RetryAfter) : Outcome;

        internal sealed record Unavailable : Outcome;

        internal sealed record TimedOut : Outcome;

        internal sealed record Broken : Outcome;
    }
}
