using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PayPage.Unit.StripeStandIn;

/// <summary>What the stand-in knows, and how its things move. Every verb takes the one lock; what happened is told by <see cref="Hooks"/>.</summary>
public sealed class StripeBook(Hooks hooks, TimeProvider clock, bool livemode, Func<Uri> home)
{
    private const long Most = 99_999_999;

    // Stripe's published minima, in its own units, written here once more so that the product's table is not measured by itself.
    private static readonly Dictionary<string, long> Least = new(StringComparer.Ordinal)
    {
        ["usd"] = 50,
        ["eur"] = 50,
        ["gbp"] = 30,
        ["jpy"] = 50,
        ["mxn"] = 1000,
        ["huf"] = 17500,
        ["chf"] = 50,
        ["aed"] = 200,
        ["sek"] = 300,
        ["dkk"] = 250,
    };

    private static readonly string[] ThreeDecimals = ["bhd", "jod", "kwd", "omr", "tnd"];

    private readonly Lock _gate = new();

    public List<Intent> Intents { get; } = [];

    public List<Session> Sessions { get; } = [];

    public List<Refund> Refunds { get; } = [];

    public List<Dispute> Disputes { get; } = [];

    /// <summary>What the next refund becomes at once, e.g. <c>failed</c> or <c>requires_action</c>; null: as its card says.</summary>
    public string? NextRefund { get; set; }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public T Do<T>(Func<T> verb)
    {
        lock (_gate)
        {
            return verb();
        }
    }

    public Intent CreateIntent(long amount, string currency, string? description, Dictionary<string, string> metadata, Session? session = null) => Do(() =>
    {
        var id = NewId("pi");
        var intent = new Intent
        {
            Id = id,
            Amount = amount,
            Currency = currency,
            Description = description,
            Metadata = metadata,
            Created = Now,
            Livemode = livemode,
            ClientSecret = $"{id}_secret_{Random()}",
            Session = session,
        };
        Intents.Add(intent);
        Tell("payment_intent.created", intent.ToJson(false, home()));
        return intent;
    });

    public static void Judge(long amount, string currency)
    {
        if (currency.Length != 3 || currency.Any(c => !char.IsAsciiLetterLower(c)) || currency is "xxx" or "clf" or "lyd" or "irr")
        {
            throw StripeRefusedException.Invalid(null, $"Invalid currency: {currency}.", "currency");
        }

        if (amount < 1)
        {
            throw StripeRefusedException.Invalid("parameter_invalid_integer", "This value must be greater than or equal to 1.", "amount");
        }

        if (amount > Most)
        {
            throw StripeRefusedException.Invalid("amount_too_large", $"Amount must be no more than {Most} {currency}.", "amount");
        }

        if (amount < Least.GetValueOrDefault(currency, 1))
        {
            throw StripeRefusedException.Invalid("amount_too_small", $"Amount must be at least {Least[currency]} {currency}.", "amount");
        }

        if (ThreeDecimals.Contains(currency) && amount % 10 != 0)
        {
            throw StripeRefusedException.Invalid(null, "The last digit of three must be 0.", "amount");
        }
    }

    public Session CreateSession(Func<string, long, Session> make) => Do(() =>
    {
        var session = make(NewId("cs_test"), Now);
        Sessions.Add(session);
        return session;
    });

    public Intent IntentOf(string id) => Do(() => Intents.Find(i => i.Id == id) ?? throw StripeRefusedException.NoSuch("payment_intent", id, "intent"));

    public Session SessionOf(string id) => Do(() =>
    {
        var session = Sessions.Find(s => s.Id == id) ?? throw StripeRefusedException.NoSuch("checkout.session", id, "session");

        if (session.Status == "open" && session.ExpiresAt <= Now)
        {
            End(session);
        }

        return session;
    });

    public Refund RefundOf(string id) => Do(() => Refunds.Find(r => r.Id == id) ?? throw StripeRefusedException.NoSuch("refund", id));

    public Intent Cancel(Intent intent, string reason) => Do(() =>
    {
        if (intent.Session is not null)
        {
            throw StripeRefusedException.State("payment_intent_unexpected_state", "You cannot cancel this PaymentIntent because it was created by Checkout. Expire the session instead.");
        }

        if (!intent.Status.StartsWith("requires_", StringComparison.Ordinal))
        {
            throw new StripeRefusedException(400, "invalid_request_error", "payment_intent_unexpected_state", $"You cannot cancel this PaymentIntent because it has a status of {intent.Status}.", stored: true)
            {
                Intent = intent.ToJson(false, home()),
            };
        }

        Abandon(intent, reason);
        return intent;
    });

    public Session Expire(Session session) => Do(() =>
    {
        if (session.Status != "open")
        {
            throw StripeRefusedException.State(null, "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of " + session.Status + ".");
        }

        End(session);
        return session;
    });

    /// <summary>A try to pay, by the payer's browser.</summary>
    public void Confirm(Intent intent, Instrument instrument, string? returnUrl) => Do(() =>
    {
        if (intent.Status is not ("requires_payment_method" or "requires_confirmation" or "requires_action"))
        {
            throw new StripeRefusedException(400, "invalid_request_error", "payment_intent_unexpected_state", $"You cannot confirm this PaymentIntent because it has a status of {intent.Status}.")
            {
                Intent = intent.ToJson(false, home()),
            };
        }

        intent.ReturnUrl = returnUrl;
        intent.LastError = null;

        if (instrument.Number is TestNumbers.NeedsApproval or TestNumbers.ApprovedThenDeclined)
        {
            intent.Waiting = instrument;
            intent.Status = "requires_action";
            Tell("payment_intent.requires_action", intent.ToJson(false, home()));
            return true;
        }

        if (instrument.Type == "sepa_debit")
        {
            intent.Waiting = instrument;
            intent.Status = "processing";
            intent.LatestCharge = NewCharge(intent, instrument, "pending");
            Tell("charge.pending", intent.LatestCharge.ToJson());
            Tell("payment_intent.processing", intent.ToJson(false, home()));
            Complete(intent.Session);
            return true;
        }

        Finish(intent, instrument);
        return true;
    });

    /// <summary>The payer at his bank's page, after <c>requires_action</c>.</summary>
    public Intent Approve(string id, bool approved) => Do(() =>
    {
        var intent = IntentOf(id);

        if (intent is { Status: "requires_action", Waiting: { } instrument })
        {
            intent.Waiting = null;

            if (approved)
            {
                TryFinish(intent, instrument);
            }
            else
            {
                Decline(intent, instrument, ("payment_intent_authentication_failure", "authentication_required", "The bank could not confirm that it was you."));
            }
        }

        return intent;
    });

    /// <summary>The bank decides about money on its way.</summary>
    public Intent Settle(string id) => Do(() =>
    {
        var intent = IntentOf(id);

        if (intent is not { Status: "processing", Waiting: { } instrument, LatestCharge: { } charge })
        {
            throw new InvalidOperationException($"{id} is {intent.Status}.");
        }

        intent.Waiting = null;

        if (TestNumbers.Refusal(instrument.Number) is { } refusal)
        {
            charge.Status = "failed";
            Decline(intent, instrument, refusal);
            TellOf(intent.Session, "checkout.session.async_payment_failed");
            return intent;
        }

        charge.Status = intent.Status = "succeeded";
        Tell("charge.succeeded", charge.ToJson());
        Tell("payment_intent.succeeded", intent.ToJson(false, home()));
        Pay(intent.Session);
        TellOf(intent.Session, "checkout.session.async_payment_succeeded");
        return intent;
    });

    public Refund Refund(string intentId, long? amount, Dictionary<string, string> metadata) => Do(() =>
    {
        var intent = Intents.Find(i => i.Id == intentId) ?? throw StripeRefusedException.NoSuch("payment_intent", intentId, "payment_intent");
        var charge = intent.LatestCharge is { Status: "succeeded" } paid ? paid
            : throw StripeRefusedException.State(null, $"This PaymentIntent ({intentId}) does not have a successful charge to refund.");
        var rest = intent.Amount - charge.Refunded;

        if (charge.Disputed)
        {
            throw StripeRefusedException.State("charge_disputed", $"Charge {charge.Id} has been charged back; cannot issue a refund.");
        }

        if (rest == 0)
        {
            throw StripeRefusedException.State("charge_already_refunded", $"Charge {charge.Id} has already been refunded.");
        }

        if (amount < 1 || amount > rest)
        {
            throw new StripeRefusedException(400, "invalid_request_error", null, $"Refund amount ({amount}) is greater than unrefunded amount on charge ({rest})", "amount", stored: true);
        }

        var status = NextRefund ?? (charge.Instrument.Number == TestNumbers.SlowRefund ? "pending" : "succeeded");
        NextRefund = null;
        var refund = new Refund { Id = NewId("re"), Charge = charge, Amount = amount ?? rest, Created = Now, Metadata = metadata, Status = status };
        refund.PendingReason = status == "pending" ? "processing" : null;
        refund.FailureReason = status == "failed" ? "expired_or_canceled_card" : null;
        charge.Refunded += status == "failed" ? 0 : refund.Amount;
        Refunds.Add(refund);
        Tell("charge.refunded", charge.ToJson());
        Tell("refund.created", refund.ToJson());

        if (status == "failed")
        {
            Tell("refund.failed", refund.ToJson());
        }

        return refund;
    });

    public Refund SettleRefund(string id, bool succeeds) => Do(() =>
    {
        var refund = RefundOf(id);
        refund.PendingReason = null;
        refund.Status = succeeds ? "succeeded" : "failed";
        refund.FailureReason = succeeds ? null : "expired_or_canceled_card";
        refund.Charge.Refunded -= succeeds ? 0 : refund.Amount;
        Tell("refund.updated", refund.ToJson());
        Tell(succeeds ? "charge.refund.updated" : "refund.failed", refund.ToJson());
        return refund;
    });

    public Dispute OpenDispute(string intentId, string reason, bool inquiry) => Do(() =>
    {
        var charge = IntentOf(intentId).LatestCharge ?? throw new InvalidOperationException("Nothing was charged.");
        charge.Disputed = true;
        var dispute = new Dispute
        {
            Id = NewId("du"),
            Charge = charge,
            Created = Now,
            Reason = reason,
            Amount = charge.Intent.Amount,
            Status = inquiry ? "warning_needs_response" : "needs_response",
        };
        Disputes.Add(dispute);
        Tell("charge.dispute.created", dispute.ToJson());

        if (!inquiry)
        {
            Tell("charge.dispute.funds_withdrawn", dispute.ToJson());
        }

        return dispute;
    });

    /// <param name="status">E.g. <c>under_review</c>, <c>won</c>, <c>lost</c>, <c>warning_closed</c>.</param>
    public Dispute MoveDispute(string id, string status) => Do(() =>
    {
        var dispute = Disputes.Single(d => d.Id == id);
        dispute.Status = status;
        dispute.Charge.Disputed = status is not ("won" or "warning_closed");
        Tell(status is "won" or "lost" or "warning_closed" ? "charge.dispute.closed" : "charge.dispute.updated", dispute.ToJson());

        if (status == "won")
        {
            Tell("charge.dispute.funds_reinstated", dispute.ToJson());
        }

        return dispute;
    });

    // Throws the refusal that the browser hears, after the try was booked.
    private void Finish(Intent intent, Instrument instrument)
    {
        if (TryFinish(intent, instrument) is { } refusal)
        {
            throw new StripeRefusedException(402, "card_error", refusal.Code, refusal.Message)
            {
                DeclineCode = refusal.DeclineCode,
                Intent = intent.ToJson(false, home()),
            };
        }
    }

    private (string Code, string DeclineCode, string Message)? TryFinish(Intent intent, Instrument instrument)
    {
        if (TestNumbers.Refusal(instrument.Number) is { } refusal)
        {
            Decline(intent, instrument, refusal);
            return refusal;
        }

        intent.LatestCharge = NewCharge(intent, instrument, "succeeded");
        intent.Status = "succeeded";
        Tell("charge.succeeded", intent.LatestCharge.ToJson());
        Tell("payment_intent.succeeded", intent.ToJson(false, home()));
        Pay(intent.Session);
        Complete(intent.Session);

        if (instrument.Number == TestNumbers.Disputed)
        {
            OpenDispute(intent.Id, "fraudulent", inquiry: false);
        }

        return null;
    }

    private void Decline(Intent intent, Instrument instrument, (string Code, string DeclineCode, string Message) refusal)
    {
        var charge = intent.LatestCharge is { Status: "failed" } same && same.Instrument == instrument ? same : NewCharge(intent, instrument, "failed");
        intent.LatestCharge = charge;
        intent.Status = "requires_payment_method";
        intent.LastError = new JsonObject
        {
            ["type"] = "card_error",
            ["code"] = refusal.Code,
            ["decline_code"] = refusal.DeclineCode,
            ["message"] = refusal.Message,
        };
        Tell("charge.failed", charge.ToJson());
        Tell("payment_intent.payment_failed", intent.ToJson(false, home()));
    }

    private void Abandon(Intent intent, string reason)
    {
        intent.Status = "canceled";
        intent.CancellationReason = reason;
        Tell("payment_intent.canceled", intent.ToJson(false, home()));
    }

    private void End(Session session)
    {
        session.Status = "expired";

        if (session.Intent is { } intent && intent.Status.StartsWith("requires_", StringComparison.Ordinal))
        {
            Abandon(intent, "automatic");
        }

        TellOf(session, "checkout.session.expired");
    }

    private static void Pay(Session? session)
    {
        if (session is not null)
        {
            session.PaymentStatus = "paid";
        }
    }

    private void Complete(Session? session)
    {
        if (session is { Status: "open" })
        {
            session.Status = "complete";
            TellOf(session, "checkout.session.completed");
        }
    }

    private Charge NewCharge(Intent intent, Instrument instrument, string status) =>
        new() { Id = NewId("ch"), Intent = intent, Instrument = instrument, Status = status, Created = Now };

    private void TellOf(Session? session, string type)
    {
        if (session is not null)
        {
            Tell(type, session.ToJson(false, false, home()));
        }
    }

    private void Tell(string type, JsonObject thing) => hooks.Tell(NewId("evt"), type, Now, thing, livemode);

    private static string NewId(string prefix) => $"{prefix}_{Random()}";

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
