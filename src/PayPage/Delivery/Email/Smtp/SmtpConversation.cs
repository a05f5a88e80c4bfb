using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Email.Smtp;

/// <summary>What is said to a mail server to hand it one mail (RFC 5321), step by step. Each step gives null to go on, or what ends it.</summary>
/// <remarks>Only what is said about the address or the mail itself is a refusal. A no to who we are is a fault of our settings: the mail waits until it is put right.</remarks>
internal sealed class SmtpConversation(SmtpWire wire, SmtpOptions smtp, string ourHost)
{
    private SmtpOffers _offers = new(new SmtpReply(0, []));

    /// <param name="letterIn">The mail, in seven bits or in eight: which, only the server can say.</param>
    /// <param name="mayLeave">Asked when everything but the mail itself was said.</param>
    public async Task<DeliveryOutcome> HandOverAsync(Func<SmtpBits, SmtpLetter> letterIn, MayLeave mayLeave, CancellationToken ct) =>
        await MeetAsync(ct)
        ?? await SignInAsync(ct)
        ?? await HandOverAsync(letterIn(_offers.EightBits ? SmtpBits.Eight : SmtpBits.Seven), mayLeave, ct);

    private async Task<DeliveryOutcome> HandOverAsync(SmtpLetter letter, MayLeave mayLeave, CancellationToken ct) =>
        await AddressAsync(letter, ct)
        ?? (await mayLeave(ct) ? await HandOverAsync(letter, ct) : new DeliveryOutcome.Held());

    private async Task<DeliveryOutcome?> MeetAsync(CancellationToken ct)
    {
        if (smtp.Security == SmtpSecurity.Tls)
        {
            await wire.EncryptAsync(SmtpTrust.For(smtp.Host, smtp.TrustedCertificate), ct);
        }

        var greeting = await wire.HearGreetingAsync(ct);

        return !greeting.IsYes ? NotNow(greeting)
            : await SayHelloAsync(ct) ?? (smtp.Security == SmtpSecurity.StartTls ? await StartTlsAsync(ct) : null);
    }

    /// <summary>EHLO alone: a server that knows only HELO knows neither TLS nor passwords.</summary>
    private async Task<DeliveryOutcome?> SayHelloAsync(CancellationToken ct)
    {
        var hello = await wire.AskAsync($"EHLO {NameOf(ourHost)}", ct);
        _offers = new SmtpOffers(hello);
        return hello.IsYes ? null : NotNow(hello);
    }

    /// <summary>Never goes on in the clear: a server that offers no TLS may be somebody on the line who took the offer out.</summary>
    private async Task<DeliveryOutcome?> StartTlsAsync(CancellationToken ct)
    {
        if (!_offers.StartTls)
        {
            return new DeliveryOutcome.Unknown("The mail server offers no STARTTLS, and nothing is sent in the clear. See Email__Smtp__Security and Email__Smtp__Port.");
        }

        var reply = await wire.AskAsync("STARTTLS", ct);

        if (!reply.IsYes)
        {
            return NotNow(reply);
        }

        await wire.EncryptAsync(SmtpTrust.For(smtp.Host, smtp.TrustedCertificate), ct);
        return await SayHelloAsync(ct);    // what was offered before may have been anybody's word (RFC 3207 4.2)
    }

    private async Task<DeliveryOutcome?> SignInAsync(CancellationToken ct)
    {
        if (smtp.UserName.Length == 0)
        {
            return null;
        }

        if (!wire.IsEncrypted)
        {
            return new DeliveryOutcome.Unknown("The password is not sent in the clear: set Email__Smtp__Security to StartTls or Tls.");
        }

        var reply = _offers.SignIn("PLAIN") ? await SignInPlainAsync(ct)
            : _offers.SignIn("LOGIN") ? await SignInLoginAsync(ct)
            : null;

        return reply is null ? new DeliveryOutcome.Unknown("The mail server offers neither AUTH PLAIN nor AUTH LOGIN.")
            : reply.IsYes ? null
            : new DeliveryOutcome.Unknown($"The mail server did not take Email__Smtp__UserName and Email__Smtp__Password: {reply.Numbers}");
    }

    /// <summary>RFC 4616, in one line with the command (RFC 4954 4).</summary>
    private Task<SmtpReply> SignInPlainAsync(CancellationToken ct) => wire.AskAsync($"AUTH PLAIN {Base64($"\0{smtp.UserName}\0{smtp.Password}")}", ct);

    /// <summary>Never a standard, but all that some servers of old have: they ask for the name, then for the password.</summary>
    private async Task<SmtpReply> SignInLoginAsync(CancellationToken ct)
    {
        var reply = await wire.AskAsync("AUTH LOGIN", ct);

        foreach (var answer in (string[])[smtp.UserName, smtp.Password])
        {
            if (reply.Code != 334)
            {
                break;
            }

            reply = await wire.AskAsync("AUTH", Encoding.ASCII.GetBytes($"{Base64(answer)}\r\n"), ct);
        }

        return reply;
    }

    /// <summary>The envelope. Its size is told first where the server wants to hear it, so that a large mail is refused before it travels.</summary>
    private async Task<DeliveryOutcome?> AddressAsync(SmtpLetter letter, CancellationToken ct)
    {
        if (_offers.LargestMail < letter.Size)
        {
            return new DeliveryOutcome.Refused($"The mail has {letter.Size} bytes, and the mail server takes at most {_offers.LargestMail}.");
        }

        var sender = await wire.AskAsync(
            $"MAIL FROM:<{letter.From}>{(_offers.Size ? $" SIZE={letter.Size}" : "")}{(letter.NeedsEightBits ? " BODY=8BITMIME" : "")}", ct);

        if (!sender.IsYes)
        {
            return sender.SaysTooLarge ? Never(sender) : NotNow(sender);    // any other no is to Email__From
        }

        var recipient = await wire.AskAsync($"RCPT TO:<{letter.To}>", ct);
        return recipient.IsYes ? null
            : recipient.SaysNotYou ? new DeliveryOutcome.Unknown($"The mail server takes nothing from us for others: see Email__Smtp__UserName and Email__From. {recipient.Words}")
            : NoTo(recipient);
    }

    private async Task<DeliveryOutcome> HandOverAsync(SmtpLetter letter, CancellationToken ct)
    {
        var ready = await wire.AskAsync("DATA", ct);

        if (ready.Code != 354)
        {
            return NoTo(ready);
        }

        // Where the connection ends after the last dot and before the reply, nobody knows who has the mail. It is sent again: the
        // same Message-ID lets readers' programs see that the two are one.
        var reply = await wire.AskAsync("the mail", letter.OnTheWire(), ct);
        return reply.IsYes ? new DeliveryOutcome.Accepted(reply.Words) : NoTo(reply);
    }

    private DeliveryOutcome NoTo(SmtpReply reply) => reply.IsFinalNo ? Never(reply) : NotNow(reply);

    private DeliveryOutcome.Refused Never(SmtpReply reply) => new($"The mail server refused ({wire.Step}): {reply.Words}");

    private DeliveryOutcome.Unknown NotNow(SmtpReply reply) => new($"The mail server did not go on ({wire.Step}): {reply.Words}");

    /// <summary>As EHLO wants it: a name in ASCII, or an address in brackets (RFC 5321 4.1.3).</summary>
    internal static string NameOf(string host) => !IPAddress.TryParse(host, out var address) ? new IdnMapping().GetAscii(host)
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]"
        : $"[{address}]";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
