using System.ComponentModel.DataAnnotations;

namespace PayPage.Delivery.Sms;

/// <summary>Section <c>Sms:Twilio</c>.</summary>
public sealed class TwilioOptions
{
    /// <summary>Without a path. Default: Twilio's own.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.twilio.com");

    /// <summary>Letters and digits, e.g. <c>AC…</c>. Required with Twilio.</summary>
    public string AccountSid { get; init; } = "";

    /// <summary>The account's password. Required with Twilio.</summary>
    public string AuthToken { get; init; } = "";

    /// <summary>Who the message is from: a number in E.164, or a name of up to 11 letters and digits where the country allows one.</summary>
    public string From { get; init; } = "";

    /// <summary>Instead of <see cref="From"/>: the service that chooses a sender.</summary>
    public string MessagingServiceSid { get; init; } = "";

    /// <summary>How long one call may take before nobody knows what became of the message. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:25")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
}
