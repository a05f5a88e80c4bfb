using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PayPage.Sandbox.Movements;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Api;

/// <summary>An account's statement: what came and what went back.</summary>
internal static class MovementsApi
{
    private const int DefaultLimit = 50;
    private const int MostAtOnce = 200;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/movements", List);

    private static IResult List(HttpContext context, [FromServices] Database database)
    {
        var (account, query) = (context.ApiKey().Account, context.Request.Query);
        var limit = DefaultLimit;

        if (query["limit"] is [{ } asked]
            && !(int.TryParse(asked, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MostAtOnce))
        {
            return ApiAnswer.Invalid(new Problem("limit", "limit must be 1 to 200."));
        }

        if (!TryInstant(query["from"], DateTimeOffset.UnixEpoch, out var from) || !TryInstant(query["to"], DateTimeOffset.MaxValue, out var to))
        {
            return ApiAnswer.Invalid(new Problem("from", "from and to must be RFC 3339 instants."));
        }

        var last = query["after"] is [{ Length: > 0 } after] ? database.Read(s => MovementShelf.ById(s, account, after)) : null;

        if (last is null && query["after"] is [{ Length: > 0 }])
        {
            return ApiAnswer.Invalid(new Problem("after", "after must be the id of a movement."));
        }

        var page = database.Read(s => MovementShelf.Between(s, account, from, to, last, limit + 1));
        return ApiAnswer.Of(new ListView<MovementView>([.. page.Take(limit).Select(m => m.View())], HasMore: page.Count > limit));
    }

    private static bool TryInstant(string? text, DateTimeOffset otherwise, out DateTimeOffset instant)
    {
        instant = otherwise;
        return string.IsNullOrEmpty(text)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }
}
