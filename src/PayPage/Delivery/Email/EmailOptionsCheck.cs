using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PayPage.Delivery.Email.Smtp;
using PayPage.Domain;

namespace PayPage.Delivery.Email;

/// <summary>What the settings for mail ask of each other. The first fault stops the start with a sentence that names its setting.</summary>
internal sealed class EmailOptionsCheck : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options) =>
        Objection(options) is { } objection ? ValidateOptionsResult.Fail(objection) : ValidateOptionsResult.Success;

    private static string? Objection(EmailOptions email) =>
        !EmailAddress.TryParse(email.From, out _) ? "Email__From is not one e-mail address, such as invoices@example.com."
        : email.Transport == EmailTransport.Smtp ? Objection(email.Smtp)
        : null;

    private static string? Objection(SmtpOptions smtp) =>
        smtp.Host.Length == 0
            ? "Email__Smtp__Host is not set: with Email__Transport=Smtp it is the server that takes our mail."
        : Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown
            ? "Email__Smtp__Host must be a name or an IP address alone, such as smtp.example.com."
        : (smtp.UserName.Length == 0) != (smtp.Password.Length == 0)
            ? "Email__Smtp__UserName and Email__Smtp__Password belong together: set both or none."
        : smtp.Security == SmtpSecurity.None && smtp.Password.Length > 0
            ? "Email__Smtp__Security=None would send the password in the clear: set StartTls or Tls, or no password."
        : smtp.Security == SmtpSecurity.None && !IsThisMachine(smtp.Host)
            ? "Email__Smtp__Security=None would send mail in the clear over a network: it is for a server on this machine alone, such as Email__Smtp__Host=localhost."
        : !MayBeRead(smtp.TrustedCertificate)
            ? "Email__Smtp__TrustedCertificate names no PEM file with a certificate that can be read."
        : null;

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool MayBeRead(string certificate)
    {
        try
        {
            return certificate.Length == 0 || SmtpTrust.Read(certificate).Count > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }
}
