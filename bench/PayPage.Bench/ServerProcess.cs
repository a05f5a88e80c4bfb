using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PayPage.Bench;

/// <summary>The site in its own process, on a loopback port that was free a moment ago and a folder that is new.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ServerProcess(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    public string PathsFile => Path.Combine(_folder.FullName, ServedSite.PathsFile);

    /// <summary>The database of the site, where all that it wrote can be read.</summary>
    public string DatabaseFile => Path.Combine(_folder.FullName, "paypage.db");

    /// <param name="settings">Of the site or of <see cref="ServedSite"/>, such as <c>--Bench:Invoices=300</c>.</param>
    public static async Task<ServerProcess> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("paypage-bench-");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath ?? "", ["serve", folder.FullName, address.AbsoluteUri.TrimEnd('/'), .. settings])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The site did not start.");

        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == ServedSite.ReadyLine)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);    // or the pipe fills, and the site waits
                return new ServerProcess(process, folder, address);
            }
        }

        throw new InvalidOperationException("The site ended before it was ready.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
