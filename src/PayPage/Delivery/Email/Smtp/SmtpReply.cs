using System.Text.RegularExpressions;

namespace PayPage.Delivery.Email.Smtp;

/// <summary>What a mail server said at one step (RFC 5321 4.2).</summary>
/// <param name="Lines">One at least, without their codes.</param>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsYes => Code is >= 200 and < 300;

    /// <summary>About the mail or its address, and for good.</summary>
    /// <remarks>530 asks for a password (RFC 4954 6): then our settings are wrong, and no mail may bounce for that.</remarks>
    public bool IsFinalNo => Code is >= 500 and < 600 and not 530;

    /// <summary>About who we are and not about the address: relaying denied, sign-in wanted (RFC 3463 3.8).</summary>
    public bool SaysNotYou => EnhancedCode.StartsWith("5.7.", StringComparison.Ordinal) || string.Join(' ', Lines).Contains("relay", StringComparison.OrdinalIgnoreCase);

    /// <remarks>RFC 1870 6, RFC 3463 3.3 and 3.4; 523 is what a few old servers write.</remarks>
    public bool SaysTooLarge => Code is 552 or 523 || (IsFinalNo && EnhancedCode is "5.2.3" or "5.3.4");

    /// <summary>Nothing that people wrote: for steps after which a server might repeat what we told it, a password for instance.</summary>
    public string Numbers => $"{Code} {EnhancedCode}".TrimEnd();

    /// <summary>Fit for a log and for the outbox.</summary>
    public string Words => ServerWords.Safe($"{Code} {string.Join(' ', Lines)}");

    private string EnhancedCode => AnEnhancedCode().Match(Lines[0]).Value;

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?= |$)")]
    private static partial Regex AnEnhancedCode();
}
