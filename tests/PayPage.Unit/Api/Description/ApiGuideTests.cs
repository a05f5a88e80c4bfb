using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PayPage.Unit.Support;

namespace PayPage.Unit.Api.Description;

/// <summary>What docs/api.md shows is sent to a site with the demo's data, from the top to the end, and the answers are as shown.</summary>
public sealed partial class ApiGuideTests
{
    private const string Any = "…";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_of_the_guide_gets_the_answer_that_it_shows()
    {
        await using var site = new RunningSite();
        using var browser = await site.ReadyBrowserAsync(Ct);
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSite.ApiKey);
        var blocks = Blocks().Matches(await File.ReadAllTextAsync(Path.Combine(Approved.Root(), "docs/api.md"), Ct)).Select(match => match.Groups[1].Value.Trim()).ToList();

        Assert.True(blocks.Count > 30 && blocks.Count % 2 == 0, "Requests and answers stand in turns.");

        foreach (var pair in blocks.Chunk(2))
        {
            await JudgeAsync(browser, Message.Read(Named(pair[0])), Message.Read(pair[1]));
        }
    }

    private async Task JudgeAsync(HttpClient browser, Message asked, Message shown)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.First[0]), new Uri(asked.First[1], UriKind.Relative));
        request.Content = asked.Body.Length == 0 ? null : new StringContent(asked.Body, Encoding.UTF8, "application/json");

        foreach (var (name, value) in asked.Headers.Where(header => header.Name != "Content-Type"))
        {
            request.Headers.Add(name, value);
        }

        using var answer = await browser.SendAsync(request, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        var what = $"{asked.First[0]} {asked.First[1]}: {(int)answer.StatusCode} {body}";

        Assert.True(shown.First[1] == $"{(int)answer.StatusCode}", what);
        Assert.All(shown.Headers, header => Assert.StartsWith(header.Value, $"{answer.Content.Headers.ContentType}", StringComparison.Ordinal));

        if (shown.Body.Length > 0)
        {
            var different = new List<string>();
            Compare(JsonNode.Parse(shown.Body), JsonNode.Parse(body), "", different);
            Assert.True(different.Count == 0, $"{string.Join("; ", different)}\n{what}");
        }
    }

    /// <summary>Everything that is shown must be there; more may be.</summary>
    private void Compare(JsonNode? shown, JsonNode? got, string at, List<string> different)
    {
        switch (shown)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Compare(value, got?[name], $"{at}.{name}", different);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Compare(items[i], (got as JsonArray)?.ElementAtOrDefault(i), $"{at}[{i}]", different);
                }

                break;
            case JsonValue text when text.TryGetValue<string>(out var word) && Name().Match(word) is { Success: true } name && got is not null && !_names.ContainsKey(name.Value):
                _names[name.Value] = got.ToString();    // told for the first time: from here on it is known
                break;
            default:
                if (got is null || (shown!.ToString() != Any && Named(shown.ToString()) != got.ToString()))
                {
                    different.Add($"{at} is {got?.ToJsonString() ?? "missing"} and not {shown?.ToJsonString()}");
                }

                break;
        }
    }

    private string Named(string text) => Name().Replace(text, name => _names.GetValueOrDefault(name.Value, name.Value));

    [GeneratedRegex("```http\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("<[a-z]+>")]
    private static partial Regex Name();

    private sealed record Message(string[] First, IReadOnlyList<(string Name, string Value)> Headers, string Body)
    {
        public static Message Read(string text)
        {
            var (head, body) = text.Split("\n\n", 2) is [var above, var below] ? (above, below) : (text, "");
            var lines = head.Split('\n');
            return new Message(lines[0].Split(' '), [.. lines[1..].Select(line => line.Split(": ", 2)).Select(header => (header[0], header[1]))], body.Trim());
        }
    }
}
