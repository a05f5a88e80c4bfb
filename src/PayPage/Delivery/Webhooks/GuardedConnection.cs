using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using PayPage.Domain.Webhooks;

namespace PayPage.Delivery.Webhooks;

/// <summary>Connects only to addresses that are out in the open, and to the very address that was judged: a name that leads elsewhere a moment later leads nowhere.</summary>
internal sealed class GuardedConnection(IOptions<WebhookOptions> options, IHostEnvironment environment)
{
    public bool AllowsPrivate => options.Value.AllowPrivate ?? environment.IsDevelopment();

    /// <returns>At least one address, each of them public unless private ones are allowed.</returns>
    /// <exception cref="ForbiddenAddressException">One of them is not: a name that leads to both is none of an honest receiver's.</exception>
    /// <exception cref="SocketException">The name was not found.</exception>
    public async Task<IPAddress[]> LookUpAsync(string host, CancellationToken ct)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);

        return AllowsPrivate || Array.TrueForAll(addresses, address => PublicAddress.Is(address.GetAddressBytes()))
            ? addresses
            : throw new ForbiddenAddressException();
    }

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await LookUpAsync(context.DnsEndPoint.Host, ct);

        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], context.DnsEndPoint.Port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i < addresses.Length - 1)
            {
                socket.Dispose();    // a host of two kinds may be reached by one alone
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}

/// <summary>An address of our own network, or of none that anybody should be led to.</summary>
internal sealed class ForbiddenAddressException() : IOException("The address is not public.");
