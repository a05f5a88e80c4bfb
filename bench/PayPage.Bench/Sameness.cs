using System.Text.RegularExpressions;

namespace PayPage.Bench;

/// <summary>Page and bare must differ in work alone: same status, same headers, same number of bytes.</summary>
internal static partial class Sameness
{
    // Another second, another value.
    private static readonly string[] Moving = ["Date"];

    /// <returns>What was found, for the report.</returns>
    /// <exception cref="InvalidOperationException">They differ: a comparison would say nothing.</exception>
    public static async Task<string> CheckAsync(ServerProcess server, bool packed)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        var paths = await File.ReadAllLinesAsync(server.PathsFile);
        var bare = await AskAsync(client, BareAnswer.Prefix + paths[0], packed);
        var lengths = new List<int>();

        foreach (var path in paths)
        {
            var page = await AskAsync(client, path, packed);
            lengths.Add(page.Length);

            if (page.Headers != bare.Headers)
            {
                throw new InvalidOperationException($"The page answers\n{page.Headers}\nand bare answers\n{bare.Headers}");
            }
        }

        // Packed, a page's length moves a little with its numbers and its one-time secret.
        if (packed ? bare.Length < lengths.Min() || bare.Length > lengths.Max() : lengths.Any(length => length != bare.Length))
        {
            throw new InvalidOperationException($"Pages have {lengths.Min()} to {lengths.Max()} bytes, bare has {bare.Length}.");
        }

        var packing = bare.Headers.Contains("Content-Encoding: br", StringComparison.Ordinal) ? "br" : "identity";
        return $"{paths.Length} pages of {lengths.Min()} to {lengths.Max()} bytes, bare {bare.Length} bytes; {bare.Headers.Split('\n').Length} equal headers; {packing}";
    }

    /// <summary>New in each answer, and always as long.</summary>
    [GeneratedRegex("nonce-[A-Za-z0-9_-]{22}")]
    private static partial Regex Nonce();

    private static async Task<(string Headers, int Length)> AskAsync(HttpClient client, string path, bool packed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        if (packed)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", BareAnswer.Packings);
        }

        using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !Moving.Contains(h.Key)).OrderBy(h => h.Key, StringComparer.Ordinal);
        return (Nonce().Replace(string.Join('\n', headers.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")), "nonce-*"), (await answer.Content.ReadAsByteArrayAsync()).Length);
    }
}
