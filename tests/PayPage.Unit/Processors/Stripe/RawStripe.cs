using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>Something at Stripe's address that answers every connection with the same bytes, also such as no server of ours would send.</summary>
internal sealed class RawStripe : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _asked = [];
    private readonly Task _serving;

    /// <param name="connections">After so many it shuts the door: further ones are refused.</param>
    public RawStripe(int status, string body, string headers = "", int connections = int.MaxValue)
    {
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        var answer = $"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nRequest-Id: req_raw\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
        _serving = ServeAsync(Encoding.UTF8.GetBytes(answer), connections);
    }

    public Uri Url { get; }

    /// <summary>Heads of the requests, oldest first, in small letters.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Dispose();
    }

    private async Task ServeAsync(byte[] answer, int connections)
    {
        try
        {
            for (var i = 0; i < connections; i++)
            {
                using var client = await _listener.AcceptTcpClientAsync();

                if (i == connections - 1)
                {
                    _listener.Stop();
                }

                await AnswerAsync(client.GetStream(), answer);
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The door was shut while it waited for the next, or before it did.
        }
    }

    private async Task AnswerAsync(NetworkStream stream, byte[] answer)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var head = new StringBuilder();
        var length = 0;

        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            head.AppendLine(line.ToLowerInvariant());
            length = line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase) ? int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture) : length;
        }

        if (length > 0)
        {
            await reader.ReadBlockAsync(new char[length]);    // bodies here are ASCII: as many characters as bytes. Nothing more comes: reading none would wait
        }

        _asked.Add(head.ToString());

        try
        {
            await stream.WriteAsync(answer);
        }
        catch (IOException)
        {
            // Whoever asked had enough of it.
        }
    }
}
