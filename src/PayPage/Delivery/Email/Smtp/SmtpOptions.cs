using System.ComponentModel.DataAnnotations;

namespace PayPage.Delivery.Email.Smtp;

/// <summary>Section <c>Email:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>The submission server of RFC 6409, e.g. <c>smtp.example.com</c>. Its certificate must bear this name. Required with Smtp.</summary>
    public string Host { get; init; } = "";

    /// <summary>Default 587; with <see cref="SmtpSecurity.Tls"/> 465 (RFC 8314 3.3).</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }

    /// <summary>Default: StartTls.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Default: none; then the server must take our mail without.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Given to the server after TLS only.</summary>
    public string Password { get; init; } = "";

    /// <summary>How long one step of the conversation may take. Default 10 s; the whole is bounded by <see cref="SmtpSender.WholeTry"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:25")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A PEM file with authorities that are trusted beside the system's, for a mail server of one's own. Default: none.</summary>
    public string TrustedCertificate { get; init; } = "";
}

public enum SmtpSecurity
{
    /// <summary>The conversation begins in the clear and must become TLS before anything is told (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>In the clear: for a server on this machine alone, and never with a password.</summary>
    None,
}
