using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using PayPage.Api.Json;
using PayPage.UseCases.Events;

namespace PayPage.Api.Events;

/// <summary>The feed of events: for systems that would rather ask than be called, and for those that missed something.</summary>
internal static class EventsApi
{
    private const int Usual = 50;

    public static async Task<IResult> ReadAsync(HttpContext call, ReadFeed feed, CancellationToken ct)
    {
        var query = call.Request.Query;

        if (query.Keys.FirstOrDefault(name => name is not ("after" or "limit")) is { } unknown)
        {
            return ProblemReply.Invalid(unknown, "There is no such parameter: after and limit are all there are.");
        }

        if (!TryFigure(query["after"], 0, long.MaxValue, out var after))
        {
            return ProblemReply.Invalid("after", "Give back the value of next as it came, or leave it out to begin at the oldest event.");
        }

        if (!TryFigure(query["limit"], 1, ReadFeed.MostAtOnce, out var limit))
        {
            return ProblemReply.Invalid("limit", $"Write a whole number from 1 to {ReadFeed.MostAtOnce}.");
        }

        return await feed.HandleAsync(after, (int)(limit ?? Usual), ApiCaller.Of(call), ct) switch
        {
            ReadFeed.Outcome.Page page => Reply(page),
            ReadFeed.Outcome.TooOld => ProblemReply.Of(
                StatusCodes.Status410Gone, "cursor-too-old", "Events behind this place were removed for their age.",
                "You have missed some: look your invoices up, then begin at the oldest event by leaving after out.", "after"),
            ReadFeed.Outcome.NotYet => ProblemReply.Invalid("after", "There is no such event here yet: is the key one of another mode or merchant?"),
            _ => throw new UnreachableException(),
        };
    }

    internal static JsonReply Reply(ReadFeed.Outcome.Page page) => JsonReply.Of(StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray("events");

        foreach (var body in page.Bodies)
        {
            json.WriteRawValue(body, skipInputValidation: true);    // ours, as it was sent to endpoints
        }

        json.WriteEndArray();
        json.WriteString("next", page.Next.ToString(CultureInfo.InvariantCulture));
        json.WriteBoolean("has_more", page.HasMore);
    });

    /// <param name="figure">Null where nothing was given.</param>
    internal static bool TryFigure(StringValues given, long least, long most, out long? figure)
    {
        figure = null;

        if (given.Count == 0)
        {
            return true;
        }

        if (given.Count != 1 || !long.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read < least || read > most)
        {
            return false;
        }

        figure = read;
        return true;
    }
}
