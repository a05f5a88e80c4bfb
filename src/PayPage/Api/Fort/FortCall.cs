using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Fort;
using PayPage.UseCases.Fort;

namespace PayPage.Api.Fort;

/// <summary>The parameters of one call, as they were sent.</summary>
/// <param name="Sent">By name, in the order in which they came, the signature among them.</param>
internal sealed record FortCall(IReadOnlyDictionary<string, string> Sent)
{
    private const int MostBytes = 64 * 1024;
    private const int MostParameters = 60;
    private const int LongestName = 40;

    /// <summary>For answers to what could not be read.</summary>
    public static FortCall Unreadable { get; } = new(new Dictionary<string, string>());

    /// <summary>Those that say something, trimmed: blank is as good as not sent.</summary>
    public IReadOnlyDictionary<string, string> Said { get; } = Sent
        .Where(parameter => !string.IsNullOrWhiteSpace(parameter.Value))
        .ToDictionary(parameter => parameter.Key, parameter => parameter.Value.Trim(), StringComparer.Ordinal);

    /// <summary>Of the messages in the answer.</summary>
    public string? Language => this[FortParameter.Language];

    /// <returns>Null where it was not sent, or is blank.</returns>
    public string? this[string name] => Said.GetValueOrDefault(name);

    /// <summary>A JSON object of texts and figures, at most 64 kB of it.</summary>
    /// <returns>Null when the body is none.</returns>
    public static async Task<FortCall?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (await JsonBody.ReadAsync(request, ct, MostBytes) is not JsonBody.Reading.Parsed parsed)
        {
            return null;
        }

        using (parsed.Document)
        {
            var sent = new OrderedDictionary<string, string>(StringComparer.Ordinal);

            foreach (var member in parsed.Document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
            {
                if (sent.Count == MostParameters || TextOf(member.Value) is not { } text)
                {
                    return null;
                }

                sent[member.Name] = text;
            }

            return new FortCall(sent);
        }
    }

    /// <summary>Who calls, proven; or the answer to somebody who proved nothing.</summary>
    public async Task<(FortCaller? Caller, JsonReply? Refusal)> KnowAsync(FindFortCaller find, bool needsMerchant, CancellationToken ct) =>
        await find.HandleAsync(Sent, needsMerchant, ct) switch
        {
            FindFortCaller.Outcome.Known known => (known.Caller, null),
            FindFortCaller.Outcome.Refused refused => (null, FortReply.Of(this, refused.Answer, refused.Caller)),
            FindFortCaller.Outcome.Stranger stranger => (null, FortReply.Of(this, stranger.Answer, null)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Holds what was sent against what a command takes. What is not among it is refused, and never passed over.</summary>
    /// <param name="needed">In the order in which they are missed.</param>
    /// <returns>Null when nothing is wrong.</returns>
    public FortAnswer? Fault(IReadOnlyList<string> needed, IReadOnlyList<string> optional)
    {
        if (Said.Keys.FirstOrDefault(name => !needed.Contains(name) && !optional.Contains(name)) is { } unknown)
        {
            return FortAnswer.Invalid(FortCode.BadRequest, unknown.Length <= LongestName && unknown.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? unknown : null);
        }

        if (needed.FirstOrDefault(name => this[name] is null) is { } missing)
        {
            return FortAnswer.Invalid(FortCode.Missing, missing);
        }

        foreach (var (name, value) in Said)
        {
            if (FortParameter.Of(name)?.Fault(value) is { } fault)
            {
                return FortAnswer.Invalid(fault, name);
            }
        }

        return null;
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;    // half a character
        }
    }
}
