using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PayPage.Unit.Delivery.Smtp;

/// <summary>A mail server on a port of this machine. It takes everything, except where a test has written it another line.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    /// <summary>Lines with which it hangs up, or says no more but stays.</summary>
    public const string HangUp = "(hangs up)";
    public const string Silence = "(is silent)";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it says at a step instead: the verb, or <c>greeting</c>, <c>password</c>, <c>mail</c> for what comes after the last dot.</summary>
    public Dictionary<string, string> Script { get; } = [];

    public string[] Offers { get; set; } = ["PIPELINING", "8BITMIME", "SIZE 35882577"];

    /// <summary>Offered instead once the line is encrypted; null: the same.</summary>
    public string[]? OffersInside { get; set; }

    public X509Certificate2? Certificate { get; set; }

    public bool EncryptsFirst { get; set; }

    /// <summary>The commands it got, in order.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public IEnumerable<string> Verbs => Heard.Select(line => line.Split(' ')[0]);

    /// <summary>All mails as they came over the wire.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>The last mail as it came over the wire, without the dot that ended it.</summary>
    public string? Raw { get; private set; }

    /// <summary>The mail as a reader would get it: doubled dots are single again (RFC 5321 4.5.2).</summary>
    public string? Mail => Raw is null ? null : string.Join("\r\n", Raw.Split("\r\n").Select(line => line.StartsWith('.') ? line[1..] : line));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // the test is over
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        try
        {
            var line = EncryptsFirst ? await EncryptedAsync(stream) : stream;
            var goesOn = await SayAsync(line, "greeting", "220 mail.example.com at your service");

            while (goesOn && await HearAsync(line, "\r\n") is { } command)
            {
                Heard.Enqueue(command);
                goesOn = await AnswerAsync(line, command);

                if (goesOn && command == "STARTTLS" && Script.GetValueOrDefault(command, "220").StartsWith("220", StringComparison.Ordinal))
                {
                    line = await EncryptedAsync(stream);
                }
            }
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // the other side had enough of us
        }
    }

    private async Task<bool> AnswerAsync(Stream line, string command)
    {
        switch (command.Split(' ')[0])
        {
            case "EHLO":
                string[] offers = ["mail.example.com", .. line is SslStream ? OffersInside ?? Offers : Offers];
                return await SayAsync(line, "EHLO", string.Join("\r\n", offers.Select((offer, i) => $"250{(i < offers.Length - 1 ? '-' : ' ')}{offer}")));
            case "AUTH" when command == "AUTH LOGIN":
                return await SayAsync(line, "AUTH", "334 VXNlcm5hbWU6") && await HearSecretAsync(line)
                    && await SayAsync(line, "name", "334 UGFzc3dvcmQ6") && await HearSecretAsync(line)
                    && await SayAsync(line, "password", "235 2.7.0 Welcome");
            case "AUTH":
                return await SayAsync(line, "AUTH", "235 2.7.0 Welcome");
            case "DATA":
                return await SayAsync(line, "DATA", "354 Go ahead") && (Script.ContainsKey("DATA") || await TakeMailAsync(line));
            case "STARTTLS":
                return await SayAsync(line, "STARTTLS", "220 2.0.0 Ready");
            case var verb:
                return await SayAsync(line, verb, verb == "QUIT" ? "221 2.0.0 Bye" : "250 2.1.0 Ok");
        }
    }

    private async Task<bool> TakeMailAsync(Stream line)
    {
        Raw = await HearAsync(line, "\r\n.\r\n") is { } mail ? $"{mail}\r\n" : null;

        if (Raw is not null)
        {
            Taken.Enqueue(Raw);
        }

        return Raw is not null && await SayAsync(line, "mail", "250 2.0.0 Ok: queued as 4F2A");
    }

    private async Task<bool> HearSecretAsync(Stream line)
    {
        Heard.Enqueue(await HearAsync(line, "\r\n") ?? "");
        return true;
    }

    /// <returns>False when it hung up.</returns>
    private async Task<bool> SayAsync(Stream line, string step, string usual)
    {
        var words = Script.GetValueOrDefault(step, usual);

        if (words == Silence)
        {
            await HearAsync(line, Silence);    // until the other side leaves
        }

        if (words is HangUp or Silence)
        {
            return false;
        }

        await line.WriteAsync(Encoding.UTF8.GetBytes($"{words}\r\n"), _end.Token);
        return true;
    }

    private async Task<string?> HearAsync(Stream line, string until)
    {
        var heard = new List<byte>();
        var one = new byte[1];
        var end = Encoding.ASCII.GetBytes(until);

        while (await line.ReadAsync(one, _end.Token) > 0)
        {
            heard.Add(one[0]);

            if (one[0] == '\n' && heard.Count >= end.Length && heard[^end.Length..].SequenceEqual(end))
            {
                return Encoding.UTF8.GetString([.. heard[..^end.Length]]);
            }
        }

        return null;
    }

    private async Task<SslStream> EncryptedAsync(Stream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _end.Token);
        return encrypted;
    }
}
