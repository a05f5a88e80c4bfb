using System.Text.Json.Nodes;

namespace PayPage.Unit.StripeStandIn;

/// <summary>An answer other than 200, in Stripe's form.</summary>
/// <param name="stored">Whether the idempotency store keeps it: not where a call was refused before it began.</param>
public sealed class StripeRefusedException(int status, string type, string? code, string message, string? param = null, bool stored = false) : Exception(message)
{
    public int Status { get; } = status;

    public bool Stored { get; } = stored;

    public string? DeclineCode { get; init; }

    public JsonObject? Intent { get; init; }

    public static StripeRefusedException Invalid(string? code, string message, string? param = null) => new(400, "invalid_request_error", code, message, param);

    /// <summary>Refused by the state of a thing, after the call had begun: that is stored.</summary>
    public static StripeRefusedException State(string? code, string message) => new(400, "invalid_request_error", code, message, stored: true);

    public static StripeRefusedException NoSuch(string kind, string id, string param = "id") =>
        new(404, "invalid_request_error", "resource_missing", $"No such {kind}: '{id}'", param);

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["type"] = type, ["code"] = code, ["message"] = Message, ["param"] = param };

        if (DeclineCode is not null)
        {
            error["decline_code"] = DeclineCode;
        }

        if (Intent is not null)
        {
            error["payment_intent"] = Intent;
        }

        return new JsonObject { ["error"] = error };
    }
}
