using System.Net;
using System.Net.Sockets;

namespace PayPage.E2E.Torture;

/// <summary>The one address that payers and the processor know: it gives each connection to one of several processes, whichever takes it.</summary>
internal sealed class Front : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Random _random;
    private readonly int[] _ports;

    public Front(int[] ports, int seed)
    {
        (_ports, _random) = (ports, new Random(seed));
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the torture is over
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        using var from = caller;

        foreach (var port in Shuffled())
        {
            using var to = new TcpClient();

            try
            {
                await to.ConnectAsync(IPAddress.Loopback, port, _end.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                continue;    // this one is dead
            }

            try
            {
                await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream(), _end.Token), to.GetStream().CopyToAsync(from.GetStream(), _end.Token));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // it died meanwhile: so does the connection
            }

            return;
        }
    }

    private int[] Shuffled()
    {
        lock (_random)
        {
            var ports = _ports.ToArray();
            _random.Shuffle(ports);
            return ports;
        }
    }
}
