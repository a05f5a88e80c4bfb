namespace PayPage.Domain.Delivery;

/// <summary>Whom the site may text, and how often. Text messages cost money, and a site that texts anybody is soon used to.</summary>
/// <param name="AllowedPrefixes">Beginnings of E.164 numbers, e.g. <c>+31</c>. Empty: all but those of no country, which are dear.</param>
/// <param name="PerNumberPerDay">Messages that one number may get in 24 hours, whoever sends them.</param>
/// <param name="PerMerchantPerDay">Messages that one merchant may send in 24 hours.</param>
/// <param name="PerInvoicePerDay">Messages that one invoice may cause in 24 hours, whoever asks for them.</param>
public sealed record SmsLimits(IReadOnlyList<string> AllowedPrefixes, int PerNumberPerDay, int PerMerchantPerDay, int PerInvoicePerDay = 5)
{
    // Of no country: satellites, ships, international networks, shared-cost and premium numbers (ITU-T E.164, assigned codes). Who wants one names it.
    private static readonly string[] OfNoCountry = ["+800", "+808", "+870", "+878", "+881", "+882", "+883", "+888", "+979", "+991"];

    /// <summary>Why a message was refused whose number is not allowed. Without the number.</summary>
    public const string Objection = "Text messages to this number are not allowed here (Sms__AllowedPrefixes).";

    /// <param name="e164">Exactly as <see cref="PhoneNumber.TryParse"/> gives it; anything else is not allowed.</param>
    public bool Allows(string e164) =>
        PhoneNumber.TryParse(e164, out var number) && number == e164
        && (AllowedPrefixes.Count == 0 ? !Array.Exists(OfNoCountry, prefix => e164.StartsWith(prefix, StringComparison.Ordinal)) : AllowedPrefixes.Any(prefix => e164.StartsWith(prefix, StringComparison.Ordinal)));
}
