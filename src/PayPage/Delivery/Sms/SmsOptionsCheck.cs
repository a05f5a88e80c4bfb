using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PayPage.Domain;

namespace PayPage.Delivery.Sms;

/// <summary>What the settings for text messages ask of each other. The first fault stops the start with a sentence that names its setting.</summary>
internal sealed partial class SmsOptionsCheck : IValidateOptions<SmsOptions>
{
    public ValidateOptionsResult Validate(string? name, SmsOptions options) =>
        Objection(options) is { } objection ? ValidateOptionsResult.Fail(objection) : ValidateOptionsResult.Success;

    private static string? Objection(SmsOptions sms) =>
        !sms.AllowedPrefixes.All(prefix => APrefix().IsMatch(prefix)) ? "Sms__AllowedPrefixes must hold a plus sign and digits in each place, such as Sms__AllowedPrefixes__0=+31."
        : sms.Transport != SmsTransport.Twilio ? null
        : sms.AllowedPrefixes.Count == 0 ? "Sms__AllowedPrefixes is empty: say whom Sms__Transport=Twilio may text, such as Sms__AllowedPrefixes__0=+31. Texts to far countries are dear, and fraudsters live by them."
        : Objection(sms.Twilio);

    private static string? Objection(TwilioOptions twilio) =>
        !twilio.BaseUrl.IsAbsoluteUri || twilio.BaseUrl.PathAndQuery != "/" || !IsSafe(twilio.BaseUrl)
            ? "Sms__Twilio__BaseUrl must be an https address without a path, such as https://api.twilio.com; http is for this machine alone."
        : !ASid().IsMatch(twilio.AccountSid)
            ? "Sms__Twilio__AccountSid is not set, or holds more than letters and digits."
        : twilio.AuthToken.Length == 0
            ? "Sms__Twilio__AuthToken is not set."
        : (twilio.From.Length == 0) == (twilio.MessagingServiceSid.Length == 0)
            ? "Set exactly one of Sms__Twilio__From and Sms__Twilio__MessagingServiceSid."
        : twilio.From.Length > 0 && !IsSender(twilio.From)
            ? "Sms__Twilio__From must be a number such as +15005550006, or a name of up to 11 letters and digits."
        : twilio.MessagingServiceSid.Length > 0 && !ASid().IsMatch(twilio.MessagingServiceSid)
            ? "Sms__Twilio__MessagingServiceSid holds more than letters and digits."
        : null;

    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static bool IsSender(string from) => (PhoneNumber.TryParse(from, out var number) && number == from) || AName().IsMatch(from);

    [GeneratedRegex(@"^\+[1-9][0-9]{0,14}\z")]
    private static partial Regex APrefix();

    [GeneratedRegex(@"^[A-Za-z0-9]{1,64}\z")]
    private static partial Regex ASid();

    // Twilio's rule for alphanumeric senders: at least one letter.
    [GeneratedRegex(@"^(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}\z")]
    private static partial Regex AName();
}
