using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Sms;

/// <summary>What Twilio's answers mean, in our words. Its own sentences are dropped: they repeat the number.</summary>
internal static partial class TwilioAnswer
{
    // www.twilio.com/docs/api/errors
    private static readonly Dictionary<int, string> Refusals = new()
    {
        [21211] = "It is no valid number.",
        [21408] = "The SMS account may not text that country.",
        [21610] = "Whoever has this number has said STOP to our messages.",
        [21612] = "No way leads from our sender to this number.",
        [21614] = "The number cannot get text messages.",
    };

    /// <exception cref="JsonException">It is no answer of Twilio's.</exception>
    public static DeliveryOutcome Read(HttpStatusCode status, ReadOnlySpan<byte> body) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created => Taken(JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web)),
        HttpStatusCode.BadRequest => Refused(JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web)),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new DeliveryOutcome.Unknown(
            "The SMS account was refused: see Sms__Twilio__AccountSid and Sms__Twilio__AuthToken."),
        HttpStatusCode.NotFound => new DeliveryOutcome.Unknown("The SMS account is not known there: see Sms__Twilio__AccountSid and Sms__Twilio__BaseUrl."),
        HttpStatusCode.TooManyRequests => new DeliveryOutcome.Unknown("The SMS provider asks us to wait."),
        _ => new DeliveryOutcome.Unknown($"The SMS provider answered {(int)status}."),
    };

    private static DeliveryOutcome Taken(Answer? answer) => answer?.Sid is { } sid && ASid().IsMatch(sid)
        ? new DeliveryOutcome.Accepted($"sid {sid}")
        : new DeliveryOutcome.Unknown("The SMS provider's answer names no message.");

    private static DeliveryOutcome.Refused Refused(Answer? answer) => new(
        answer?.Code is { } code ? $"{Refusals.GetValueOrDefault(code, "The SMS provider refused the message.")} (Twilio {code})" : "The SMS provider refused the message.");

    [GeneratedRegex(@"^[A-Za-z0-9]{1,64}\z")]
    private static partial Regex ASid();

    private sealed record Answer(string? Sid, int? Code);
}
