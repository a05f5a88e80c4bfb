using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Sms;

/// <summary>Hands each text message to Twilio's Programmable Messaging API (2010-04-01, resource Messages), or to one that is like it.</summary>
/// <remarks>The API knows no idempotency key: a message whose answer got lost is sent again, and may be read twice.</remarks>
internal sealed partial class TwilioSender(IHttpClientFactory clients, IOptions<SmsOptions> options, SmsLimits limits, ILogger<TwilioSender> log) : ISmsSender
{
    public const string ClientName = "twilio";

    public async Task<DeliveryOutcome> SendAsync(SmsMessage message, MayLeave mayLeave, CancellationToken ct)
    {
        if (!limits.Allows(message.To))
        {
            return new DeliveryOutcome.Refused(SmsLimits.Objection);
        }

        if (!await mayLeave(ct))
        {
            return new DeliveryOutcome.Held();
        }

        var outcome = await TryAsync(message, ct);

        if (outcome is DeliveryOutcome.Unknown unknown)
        {
            LogNotTaken(message.Id, unknown.Reason);
        }

        return outcome;
    }

    private async Task<DeliveryOutcome> TryAsync(SmsMessage message, CancellationToken ct)
    {
        try
        {
            using var request = RequestFor(message, options.Value.Twilio);
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, ct);
            return TwilioAnswer.Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new DeliveryOutcome.Unknown($"No answer from the SMS provider that can be read ({e.GetType().Name}).");
        }
    }

    private static HttpRequestMessage RequestFor(SmsMessage message, TwilioOptions twilio)
    {
        var (sender, named) = twilio.From.Length > 0 ? ("From", twilio.From) : ("MessagingServiceSid", twilio.MessagingServiceSid);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(twilio.BaseUrl, $"/2010-04-01/Accounts/{twilio.AccountSid}/Messages.json"));

        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{twilio.AccountSid}:{twilio.AuthToken}")));
        request.Content = new FormUrlEncodedContent(
            [new("To", message.To), new(sender, named), new("Body", message.Text)]);
        return request;
    }

    [LoggerMessage(4011, LogLevel.Warning, "Text message {SmsId} was not taken this time; it will be tried again. {Reason}")]
    private partial void LogNotTaken(string smsId, string reason);
}
