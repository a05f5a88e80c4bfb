using System.Text.Json;
using System.Text.RegularExpressions;

namespace PayPage.E2E.Support;

/// <summary>The folder into which the site puts its text messages, read as on the telephones they are for.</summary>
internal sealed partial class TextFolder(string folder)
{
    /// <summary>Waits for the first text to a number.</summary>
    public Task<ReadText> ReceivesAsync(string to) => Eventually.SeeAsync(
        () => Task.FromResult(All().FirstOrDefault(text => text.To == to)), $"a text to {to} in {folder}");

    private IEnumerable<ReadText> All() =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Select(path => JsonElement.Parse(File.ReadAllText(path))).Select(Read) : [];

    private static ReadText Read(JsonElement json)
    {
        var text = json.GetProperty("text").GetString() ?? "";
        return new ReadText(json.GetProperty("to").GetString() ?? "", text, new Uri(Link().Match(text).Value));
    }

    [GeneratedRegex(@"http\S+/s/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}

internal sealed record ReadText(string To, string Text, Uri Link);
