using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;

namespace PayPage.Delivery.Email.Smtp;

/// <summary>Hands each mail to a mail server, in a conversation of our own (docs/decisions/0015).</summary>
/// <remarks>One connection for each mail: at the pace of invoices that costs nothing, and no mail suffers from what befell the one before.</remarks>
internal sealed partial class SmtpSender(IOptions<EmailOptions> options, ISiteAddresses addresses, ILogger<SmtpSender> log) : IEmailSender
{
    /// <summary>Far less than the outbox's lease of two minutes: who sends a mail still owns it when its fate is written down.</summary>
    internal static readonly TimeSpan WholeTry = TimeSpan.FromSeconds(25);

    public async Task<DeliveryOutcome> SendAsync(EmailMessage mail, MayLeave mayLeave, CancellationToken ct)
    {
        // Both were judged when they came in. Here they become commands, so they are judged once more.
        if (!EmailAddress.TryParse(options.Value.From, out var from) || !EmailAddress.TryParse(mail.To, out var to))
        {
            return new DeliveryOutcome.Refused("An address of the mail is not one mailbox.");
        }

        SmtpLetter LetterIn(SmtpBits bits) => new(from, to, MimeText.Of(mail, from, sevenBit: bits == SmtpBits.Seven));

        if (!LetterIn(SmtpBits.Eight).IsWhole)
        {
            return new DeliveryOutcome.Refused("The mail holds a line end that is not CR LF.");
        }

        var outcome = await TryAsync(LetterIn, mayLeave, ct);

        if (outcome is DeliveryOutcome.Unknown unknown)
        {
            LogNotTaken(mail.MessageId, unknown.Reason);
        }

        return outcome;
    }

    private async Task<DeliveryOutcome> TryAsync(Func<SmtpBits, SmtpLetter> letterIn, MayLeave mayLeave, CancellationToken ct)
    {
        var smtp = options.Value.Smtp;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(WholeTry);
        await using var wire = new SmtpWire(smtp.Timeout);

        try
        {
            await wire.ConnectAsync(smtp.Host, smtp.Port ?? (smtp.Security == SmtpSecurity.Tls ? 465 : 587), time.Token);
            var outcome = await new SmtpConversation(wire, smtp, addresses.Host).HandOverAsync(letterIn, mayLeave, time.Token);
            await wire.LeaveAsync();
            return outcome;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new DeliveryOutcome.Unknown($"The mail server took too long ({wire.Step}).");
        }
        catch (Exception e) when (e is AuthenticationException or CryptographicException)
        {
            return new DeliveryOutcome.Unknown($"No TLS with the mail server: its certificate must be valid, bear the name in Email__Smtp__Host and come from a trusted authority ({wire.Step}).");
        }
        catch (InvalidDataException)
        {
            return new DeliveryOutcome.Unknown($"What answers there does not speak SMTP ({wire.Step}).");
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return new DeliveryOutcome.Unknown($"The mail server cannot be reached, or broke off ({wire.Step}).");
        }
    }

    [LoggerMessage(4001, LogLevel.Warning, "Mail {MailId} was not taken this time; it will be tried again. {Reason}")]
    private partial void LogNotTaken(string mailId, string reason);
}
