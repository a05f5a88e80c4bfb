using System.Text.Json;

namespace PayPage.Processors.Stripe;

/// <summary>Reads Stripe's objects. What is there but of another kind than it should be counts as missing; only an object without an id cannot be read.</summary>
/// <remarks>A text that is no text at all (half a character) shows only when it is taken out: <see cref="InvalidOperationException"/>.</remarks>
internal static class StripeJson
{
    // Kinds of bank payments call the bank differently: bank_name (us_bank_account, au_becs_debit), bank (ideal, fpx, eps, p24).
    private static readonly string[] BankNames = ["bank_name", "bank"];

    /// <exception cref="JsonException">It is no object with an id.</exception>
    public static StripeIntent Intent(JsonElement it) => it.ValueKind == JsonValueKind.String
        ? new StripeIntent(Id(it))
        : new StripeIntent(
            Id(it), Number(it, "amount"), Text(it, "currency"), Text(it, "status"), Text(it, "client_secret"), Metadata(it),
            IsGiven(it, "latest_charge") ? Charge(it.GetProperty("latest_charge")) : null,
            IsGiven(it, "last_payment_error") ? Text(it.GetProperty("last_payment_error"), "code") ?? "unknown" : null,
            IsGiven(it, "last_payment_error") ? Text(it.GetProperty("last_payment_error"), "decline_code") : null,
            Moment(it, "created"));

    /// <exception cref="JsonException">It is no object with an id.</exception>
    public static StripeCharge Charge(JsonElement it) => it.ValueKind == JsonValueKind.String
        ? new StripeCharge(Id(it))
        : new StripeCharge(
            Id(it), IdOf(it, "payment_intent"), Number(it, "amount"), Text(it, "currency"), Text(it, "status"), Metadata(it),
            IsGiven(it, "payment_method_details") ? Instrument(it.GetProperty("payment_method_details")) : null);

    /// <exception cref="JsonException">It is no object with an id.</exception>
    public static StripeSession Session(JsonElement it) => new(
        Id(it), Number(it, "amount_total"), Text(it, "currency"), Text(it, "status"), Text(it, "payment_status"), Text(it, "url"),
        Text(it, "client_reference_id"), Metadata(it), IsGiven(it, "payment_intent") ? Intent(it.GetProperty("payment_intent")) : null);

    /// <exception cref="JsonException">It is no object with an id.</exception>
    public static StripeRefund Refund(JsonElement it) => new(
        Id(it), Number(it, "amount"), Text(it, "currency"), Text(it, "status"), IdOf(it, "payment_intent"), Text(it, "failure_reason"),
        Text(it, "pending_reason"), Metadata(it), Moment(it, "created"));

    /// <exception cref="JsonException">It is no object with an id.</exception>
    public static StripeDispute Dispute(JsonElement it) => new(
        Id(it), IdOf(it, "payment_intent"), Number(it, "amount"), Text(it, "currency"), Text(it, "status"), Text(it, "reason"),
        IsGiven(it, "evidence_details") ? Number(it.GetProperty("evidence_details"), "due_by") : null);

    /// <exception cref="JsonException">It is no object with an id.</exception>
    public static StripeAccount Account(JsonElement it) => new(
        Id(it), NameIn(it, "business_profile", "name") ?? NameIn(it, "settings", "dashboard", "display_name"), Flag(it, "charges_enabled"));

    /// <exception cref="JsonException">It is no object with an id.</exception>
    public static StripeEventText Event(JsonElement it) => new(Id(it), it.GetRawText());

    /// <exception cref="JsonException">It is no list, or one of its things has no id.</exception>
    public static StripePage<T> Page<T>(JsonElement it, Func<JsonElement, T> read) => IsGiven(it, "data") && it.GetProperty("data").ValueKind == JsonValueKind.Array
        ? new StripePage<T>([.. it.GetProperty("data").EnumerateArray().Select(read)], Flag(it, "has_more") ?? false)
        : throw new JsonException("No list.");

    /// <returns>Null where it is missing, null, or no text.</returns>
    public static string? Text(JsonElement it, string name) =>
        IsGiven(it, name) && it.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <returns>Null where it is missing, null, or no whole number that fits.</returns>
    public static long? Number(JsonElement it, string name) =>
        IsGiven(it, name) && it.GetProperty(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <returns>Null where it is missing, or no number of seconds since 1970 that makes a date.</returns>
    public static DateTimeOffset? Moment(JsonElement it, string name) =>
        Number(it, name) is { } seconds and > 0 and < StripeWords.EndOfTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <returns>Null where it is missing, null, or neither true nor false.</returns>
    public static bool? Flag(JsonElement it, string name) => IsGiven(it, name) ? it.GetProperty(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    } : null;

    /// <summary>Whether it is an object that has this, and it is not null.</summary>
    public static bool IsGiven(JsonElement it, string name) =>
        it.ValueKind == JsonValueKind.Object && it.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static string Id(JsonElement it) =>
        (it.ValueKind == JsonValueKind.String ? it.GetString() : Text(it, "id")) is { Length: > 0 } id ? id : throw new JsonException("No id.");

    // Another object may stand as its id or whole.
    private static string? IdOf(JsonElement it, string name) => IsGiven(it, name) ? Id(it.GetProperty(name)) : null;

    private static Dictionary<string, string>? Metadata(JsonElement it)
    {
        if (!IsGiven(it, "metadata") || it.GetProperty("metadata") is not { ValueKind: JsonValueKind.Object } given)
        {
            return null;
        }

        var read = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var entry in given.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String))
        {
            read[entry.Name] = entry.Value.GetString()!;    // a text is never null
        }

        return read;
    }

    private static StripeInstrument? Instrument(JsonElement it)
    {
        if (Text(it, "type") is not { } type)
        {
            return null;
        }

        return IsGiven(it, type) && it.GetProperty(type) is var own
            ? new StripeInstrument(type, Text(own, "brand"), Text(own, "last4"), BankNames.Select(name => Text(own, name)).FirstOrDefault(name => name is not null))
            : new StripeInstrument(type);
    }

    private static string? NameIn(JsonElement it, params ReadOnlySpan<string> path)
    {
        foreach (var step in path[..^1])
        {
            if (!IsGiven(it, step))
            {
                return null;
            }

            it = it.GetProperty(step);
        }

        return Text(it, path[^1]);
    }
}
