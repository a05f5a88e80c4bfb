using System.Buffers.Text;
using PayPage.Domain;

namespace PayPage.Demo;

/// <summary>The demo merchant's API key: the one in the settings, else one made once for this data directory.</summary>
internal sealed class DemoKey(string? set, string path, RandomBytes random)
{
    private const int RandomLength = 24;

    public async Task<string> ReadAsync(CancellationToken ct)
    {
        if (set is { Length: > 0 })
        {
            return set;
        }

        if (!File.Exists(path))
        {
            await File.WriteAllTextAsync(path, $"ppk_test_{Base64Url.EncodeToString(random(RandomLength))}", ct);

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        return (await File.ReadAllTextAsync(path, ct)).Trim();
    }
}
