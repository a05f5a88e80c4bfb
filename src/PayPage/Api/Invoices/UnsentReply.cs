using PayPage.Api.Json;
using PayPage.Domain.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>202: the invoice is there, and what was to bring it to its customer was refused for good.</summary>
internal static class UnsentReply
{
    /// <param name="by">By which ways it was tried, all of them in vain.</param>
    public static JsonReply OfNew(string number, DeliveryMode by, DateTimeOffset now, string location) =>
        Of(number, $"Invoice ID {number} created but failed to send {Message(by)}. Send the invoice separately.", now, location);

    public static JsonReply OfKnown(string number, DeliveryMode by, DateTimeOffset now) =>
        Of(number, $"Invoice ID {number} is there but failed to send {Message(by)}. Mend the address, or send the invoice separately.", now, null);

    private static JsonReply Of(string number, string message, DateTimeOffset now, string? location) => JsonReply.Of(
        StatusCodes.Status202Accepted,
        json =>
        {
            json.WriteString("id", number);
            json.WriteString("submitTimeUtc", Instant.Text(now));
            json.WriteString("status", "ACCEPTED");
            json.WriteString("reason", "ACCEPTED");
            json.WriteString("message", message);
        },
        location);

    private static string Message(DeliveryMode by) => by switch
    {
        DeliveryMode.Sms => "a text message",
        DeliveryMode.Both => "an email and a text message",
        DeliveryMode.Email or DeliveryMode.None => "an email",    // nothing fails where nothing is sent
    };
}
