using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace PayPage.Delivery.Email.Smtp;

/// <summary>The connection to a mail server: lines there, replies back, each step in its time.</summary>
/// <remarks>Throws what networks throw, <see cref="InvalidDataException"/> for what is no SMTP, and is cancelled where a step takes too long.</remarks>
internal sealed class SmtpWire(TimeSpan stepTime) : IAsyncDisposable
{
    private const int LongestLine = 2000;    // RFC 5321 4.5.3.1.5 wants at most 512, but servers are talkative
    private const int MostLines = 100;

    private static readonly TimeSpan PatienceForGoodbye = TimeSpan.FromSeconds(2);

    private readonly TcpClient _connection = new() { NoDelay = true };
    private readonly byte[] _read = new byte[LongestLine];
    private Stream _stream = Stream.Null;
    private int _begin;
    private int _end;

    /// <summary>What we are at, for the reason when it fails: the verb alone, never what goes with it.</summary>
    public string Step { get; private set; } = "connecting";

    public bool IsEncrypted => _stream is SslStream;

    public async Task ConnectAsync(string host, int port, CancellationToken ct)
    {
        using var step = InTime(ct);
        await _connection.ConnectAsync(host, port, step.Token);
        _stream = _connection.GetStream();
    }

    /// <summary>Whatever the server wrote before TLS and we have not read is forgotten: anybody could have put it there (RFC 3207 6).</summary>
    public async Task EncryptAsync(SslClientAuthenticationOptions trust, CancellationToken ct)
    {
        Step = "TLS";
        _begin = _end = 0;
        using var step = InTime(ct);
        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(trust, step.Token);
    }

    public async Task<SmtpReply> HearGreetingAsync(CancellationToken ct)
    {
        Step = "greeting";
        using var step = InTime(ct);
        return await ReadAsync(step.Token);
    }

    /// <param name="command">One line, without its end.</param>
    public Task<SmtpReply> AskAsync(string command, CancellationToken ct) =>
        AskAsync(command.Split(' ')[0], Encoding.ASCII.GetBytes($"{command}\r\n"), ct);

    /// <param name="name">What to call this step.</param>
    public async Task<SmtpReply> AskAsync(string name, byte[] bytes, CancellationToken ct)
    {
        Step = name;
        using var step = InTime(ct);
        await _stream.WriteAsync(bytes, step.Token);
        await _stream.FlushAsync(step.Token);
        return await ReadAsync(step.Token);
    }

    /// <summary>Says QUIT, as is polite. What became of the mail is known by then, so nothing that happens here matters.</summary>
    public async Task LeaveAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(PatienceForGoodbye);
            await AskAsync("QUIT", patience.Token);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _connection.Dispose();
    }

    private CancellationTokenSource InTime(CancellationToken ct)
    {
        var step = CancellationTokenSource.CreateLinkedTokenSource(ct);
        step.CancelAfter(stepTime);
        return step;
    }

    /// <summary>RFC 5321 4.2.1: a hyphen after the code says that another line of the same reply follows.</summary>
    private async Task<SmtpReply> ReadAsync(CancellationToken ct)
    {
        var lines = new List<string>();

        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(ct);
            var mark = line.Length > 3 ? line[3] : ' ';

            if (line.Length < 3 || mark is not (' ' or '-') || !int.TryParse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 200 or > 599)
            {
                throw new InvalidDataException();
            }

            lines.Add(line.Length > 4 ? line[4..] : "");

            if (mark == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new InvalidDataException();
    }

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        int length;

        while ((length = _read.AsSpan(_begin, _end - _begin).IndexOf((byte)'\n')) < 0)
        {
            await ReadMoreAsync(ct);
        }

        var line = Encoding.Latin1.GetString(_read, _begin, length).TrimEnd('\r');
        _begin += length + 1;
        return line;
    }

    private async Task ReadMoreAsync(CancellationToken ct)
    {
        _read.AsSpan(_begin, _end - _begin).CopyTo(_read);
        (_begin, _end) = (0, _end - _begin);

        if (_end == _read.Length)
        {
            throw new InvalidDataException();
        }

        var got = await _stream.ReadAsync(_read.AsMemory(_end), ct);
        _end += got > 0 ? got : throw new EndOfStreamException();
    }
}
