using System.Globalization;

namespace PayPage.Delivery.Email.Smtp;

/// <summary>What a server says it can do, in its answer to EHLO (RFC 5321 4.1.1.1).</summary>
internal sealed class SmtpOffers
{
    private readonly Dictionary<string, string[]> _offers = new(StringComparer.OrdinalIgnoreCase);

    public SmtpOffers(SmtpReply hello)
    {
        foreach (var words in hello.Lines.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0))
        {
            _offers[words[0]] = words[1..];
        }
    }

    public bool StartTls => _offers.ContainsKey("STARTTLS");

    /// <summary>RFC 6152.</summary>
    public bool EightBits => _offers.ContainsKey("8BITMIME");

    /// <summary>RFC 1870: whether it wants to hear a size.</summary>
    public bool Size => _offers.ContainsKey("SIZE");

    /// <summary>In bytes; null when it names no limit, which it may also do with a 0.</summary>
    public long? LargestMail =>
        _offers.TryGetValue("SIZE", out var words) && words is [var size, ..]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    /// <param name="mechanism">RFC 4954, e.g. <c>PLAIN</c>.</param>
    public bool SignIn(string mechanism) =>
        _offers.TryGetValue("AUTH", out var mechanisms) && mechanisms.Contains(mechanism, StringComparer.OrdinalIgnoreCase);
}

/// <summary>How many bits of a byte a mail may use on its way (RFC 6152).</summary>
internal enum SmtpBits
{
    Eight,

    /// <summary>ASCII alone: all other letters in base64.</summary>
    Seven,
}
