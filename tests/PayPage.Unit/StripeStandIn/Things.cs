using System.Text.Json.Nodes;

namespace PayPage.Unit.StripeStandIn;

// What the stand-in keeps, and how each is written for the outside. Units, names and states are Stripe's (API version 2026-10-28.endive).

public sealed class Intent
{
    public required string Id { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required string ClientSecret { get; init; }
    public required long Created { get; init; }
    public required bool Livemode { get; init; }
    public Dictionary<string, string> Metadata { get; init; } = [];
    public string? Description { get; init; }
    public string Status { get; set; } = "requires_payment_method";
    public string? CancellationReason { get; set; }
    public string? ReturnUrl { get; set; }
    public Instrument? Waiting { get; set; }    // what 3-D Secure or a bank decides about
    public Charge? LatestCharge { get; set; }
    public JsonObject? LastError { get; set; }
    public Session? Session { get; set; }

    public JsonObject ToJson(bool expandCharge, Uri home) => new()
    {
        ["id"] = Id,
        ["object"] = "payment_intent",
        ["amount"] = Amount,
        ["amount_received"] = Status == "succeeded" ? Amount : 0,
        ["automatic_payment_methods"] = new JsonObject { ["enabled"] = true, ["allow_redirects"] = "always" },
        ["cancellation_reason"] = CancellationReason,
        ["client_secret"] = ClientSecret,
        ["created"] = Created,
        ["currency"] = Currency,
        ["description"] = Description,
        ["last_payment_error"] = LastError?.DeepClone(),
        ["latest_charge"] = LatestCharge is null ? null : expandCharge ? LatestCharge.ToJson() : LatestCharge.Id,
        ["livemode"] = Livemode,
        ["metadata"] = Texts(Metadata),
        ["next_action"] = Status == "requires_action"
            ? new JsonObject
            {
                ["type"] = "redirect_to_url",
                ["redirect_to_url"] = new JsonObject { ["url"] = new Uri(home, $"stand-in/3ds/{Id}").AbsoluteUri, ["return_url"] = ReturnUrl },
            }
            : null,
        ["status"] = Status,
    };

    internal static JsonObject Texts(Dictionary<string, string> values)
    {
        var json = new JsonObject();

        foreach (var (key, value) in values)
        {
            json[key] = value;
        }

        return json;
    }
}

public sealed class Charge
{
    public required string Id { get; init; }
    public required Intent Intent { get; init; }
    public required Instrument Instrument { get; init; }
    public required string Status { get; set; }
    public required long Created { get; init; }
    public bool Disputed { get; set; }
    public long Refunded { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "charge",
        ["amount"] = Intent.Amount,
        ["amount_refunded"] = Refunded,
        ["created"] = Created,
        ["currency"] = Intent.Currency,
        ["disputed"] = Disputed,
        ["livemode"] = Intent.Livemode,
        ["metadata"] = Intent.Texts(Intent.Metadata),    // Stripe copies the intent's to its charge
        ["paid"] = Status == "succeeded",
        ["payment_intent"] = Intent.Id,
        ["payment_method_details"] = Instrument.ToJson(),
        ["refunded"] = Refunded == Intent.Amount,
        ["status"] = Status,
    };
}

/// <param name="Type">card or sepa_debit.</param>
public sealed record Instrument(string Type, string Number, string? Brand, string Last4)
{
    public JsonObject ToJson() => new()
    {
        ["type"] = Type,
        [Type] = Type == "card"
            ? new JsonObject { ["brand"] = Brand, ["last4"] = Last4, ["exp_month"] = 12, ["exp_year"] = 2034, ["wallet"] = null }
            : new JsonObject { ["bank_code"] = "19043", ["country"] = "AT", ["last4"] = Last4 },
    };
}

public sealed class Session
{
    public required string Id { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required string Item { get; init; }
    public required string SuccessUrl { get; init; }
    public required string CancelUrl { get; init; }
    public required long Created { get; init; }
    public required long ExpiresAt { get; init; }
    public required bool Livemode { get; init; }
    public string? ClientReference { get; init; }
    public string? Locale { get; init; }
    public Dictionary<string, string> Metadata { get; init; } = [];
    public Dictionary<string, string> IntentMetadata { get; init; } = [];
    public string Status { get; set; } = "open";
    public string PaymentStatus { get; set; } = "unpaid";
    public Intent? Intent { get; set; }    // made when the payer first pays, as at Stripe

    public JsonObject ToJson(bool expandIntent, bool expandCharge, Uri home) => new()
    {
        ["id"] = Id,
        ["object"] = "checkout.session",
        ["amount_subtotal"] = Amount,
        ["amount_total"] = Amount,
        ["cancel_url"] = CancelUrl,
        ["client_reference_id"] = ClientReference,
        ["created"] = Created,
        ["currency"] = Currency,
        ["expires_at"] = ExpiresAt,
        ["livemode"] = Livemode,
        ["locale"] = Locale,
        ["metadata"] = Intent.Texts(Metadata),
        ["mode"] = "payment",
        ["payment_intent"] = Intent is null ? null : expandIntent ? Intent.ToJson(expandCharge, home) : Intent.Id,
        ["payment_status"] = PaymentStatus,
        ["status"] = Status,
        ["success_url"] = SuccessUrl,
        ["ui_mode"] = "hosted_page",
        ["url"] = Status == "open" ? new Uri(home, $"c/pay/{Id}").AbsoluteUri : null,
    };
}

public sealed class Refund
{
    public required string Id { get; init; }
    public required Charge Charge { get; init; }
    public required long Amount { get; init; }
    public required long Created { get; init; }
    public Dictionary<string, string> Metadata { get; init; } = [];
    public required string Status { get; set; }
    public string? FailureReason { get; set; }
    public string? PendingReason { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "refund",
        ["amount"] = Amount,
        ["charge"] = Charge.Id,
        ["created"] = Created,
        ["currency"] = Charge.Intent.Currency,
        ["failure_reason"] = FailureReason,
        ["metadata"] = Intent.Texts(Metadata),
        ["payment_intent"] = Charge.Intent.Id,
        ["pending_reason"] = PendingReason,
        ["reason"] = null,
        ["status"] = Status,
    };
}

public sealed class Dispute
{
    public required string Id { get; init; }
    public required Charge Charge { get; init; }
    public required long Created { get; init; }
    public required string Reason { get; init; }
    public required long Amount { get; init; }
    public required string Status { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "dispute",
        ["amount"] = Amount,
        ["charge"] = Charge.Id,
        ["created"] = Created,
        ["currency"] = Charge.Intent.Currency,
        ["evidence_details"] = new JsonObject { ["due_by"] = Status is "needs_response" or "warning_needs_response" ? Created + (7 * 24 * 3600) : null },
        ["livemode"] = Charge.Intent.Livemode,
        ["metadata"] = new JsonObject(),
        ["payment_intent"] = Charge.Intent.Id,
        ["reason"] = Reason,
        ["status"] = Status,
    };
}

/// <summary>Something that happened, as it is told. The body never changes afterwards.</summary>
public sealed record Happening(string Id, string Type, long Created, string Body)
{
    public bool Delivered { get; set; }
}
