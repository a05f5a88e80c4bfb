using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PayPage.Unit.Api.Signing;

/// <summary>Sends bytes as they are: no library writes headers of its own into them.</summary>
internal static class RawCall
{
    /// <returns>Status and everything that came.</returns>
    public static async Task<(int Status, string Text)> SendAsync(Uri host, byte[] call, CancellationToken ct)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Host, host.Port, ct);
        var stream = socket.GetStream();
        await stream.WriteAsync(call, ct);
        var answer = new List<byte>();
        var buffer = new byte[16 * 1024];

        while (!IsWhole(answer))
        {
            var read = await stream.ReadAsync(buffer, ct);

            if (read == 0)
            {
                break;
            }

            answer.AddRange(buffer[..read]);
        }

        var text = Encoding.UTF8.GetString([.. answer]);
        return (int.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture), text);
    }

    private static bool IsWhole(List<byte> answer)
    {
        var text = Encoding.UTF8.GetString([.. answer]);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);

        if (end < 0)
        {
            return false;
        }

        var length = text[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is not null && Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture);
    }
}
