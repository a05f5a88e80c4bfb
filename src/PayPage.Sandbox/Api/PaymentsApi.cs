using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Api;

internal static class PaymentsApi
{
    private const int DefaultLimit = 50;
    private const int MostAtOnce = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/payments", CreateAsync);
        api.MapGet("/payments", ListAsync);
        api.MapGet("/payments/{id}", ShowAsync);
        api.MapPost("/payments/cancel", CancelAsync);
        api.MapGet("/banks", () => ApiAnswer.Of(new ListView<Bank>(Banks.All, HasMore: false)));
    }

    private static async Task<IResult> CreateAsync(HttpContext context, [FromServices] CreatePayment create, CancellationToken ct)
    {
        var (key, keyProblem) = ApiBody.Key(context.Request);
        var (body, problem) = await ApiBody.ReadAsync<PaymentRequest>(context.Request, ct);
        if ((keyProblem ?? problem) is { } wrong)
        {
            return ApiAnswer.Invalid(wrong);
        }

        return await create.HandleAsync(context.ApiKey(), key, body!, ct) switch    // no problem means a body
        {
            CreatePayment.Outcome.Created created => ApiAnswer.Raw(created.Body, StatusCodes.Status201Created),
            CreatePayment.Outcome.Replayed replayed => ApiAnswer.Replay(context, replayed.Body, replayed.Status),
            CreatePayment.Outcome.KeyReused => ApiAnswer.KeyReused(),
            CreatePayment.Outcome.ReferenceTaken => ApiAnswer.ReferenceTaken(),
            CreatePayment.Outcome.WasCanceled =>
                ApiAnswer.Error(StatusCodes.Status409Conflict, "payment_canceled", "This payment was canceled and will not open."),
            CreatePayment.Outcome.Throttled throttled => Throttled(context, throttled.RetryAfter),
            CreatePayment.Outcome.Unavailable =>
                ApiAnswer.Error(StatusCodes.Status503ServiceUnavailable, "unavailable", "Not available, as ordered."),
            CreatePayment.Outcome.TimedOut => ApiAnswer.TimedOut(),
            CreatePayment.Outcome.Broken => ApiAnswer.Broken(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IResult Throttled(HttpContext context, TimeSpan retryAfter)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ApiAnswer.Error(StatusCodes.Status429TooManyRequests, "rate_limited", "Too many requests, as ordered.");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        string id,
        [FromServices] Database database,
        [FromServices] MovePayment move,
        [FromServices] PaymentViews views,
        CancellationToken ct)
    {
        var payment = database.Read(s => PaymentShelf.ById(s, context.ApiKey().Account, id));
        return payment is null ? ApiAnswer.NotFound("payment") : ApiAnswer.Of(views.Of(await FreshAsync(payment, database, move, ct)));
    }

    /// <summary>Its expiry is written if the clock says so.</summary>
    private static async Task<Payment> FreshAsync(Payment payment, Database database, MovePayment move, CancellationToken ct) =>
        payment.Status == PaymentStatus.Open ? await database.WriteAsync(s => move.Freshen(s, payment), ct) : payment;

    private static async Task<IResult> ListAsync(
        HttpContext context,
        [FromServices] Database database,
        [FromServices] MovePayment move,
        [FromServices] PaymentViews views,
        CancellationToken ct)
    {
        var (account, query) = (context.ApiKey().Account, context.Request.Query);

        if (query["client_reference"] is [{ } reference])
        {
            var found = database.Read(s => PaymentShelf.ByReference(s, account, reference));
            return ApiAnswer.Of(new ListView<PaymentView>(
                found is null ? [] : [views.Of(await FreshAsync(found, database, move, ct))], HasMore: false));
        }

        var limit = DefaultLimit;
        if (query["limit"] is [{ } asked]
            && !(int.TryParse(asked, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MostAtOnce))
        {
            return ApiAnswer.Invalid(new Problem("limit", "limit must be 1 to 200."));
        }

        if (!TryInstant(query["created_from"], DateTimeOffset.UnixEpoch, out var from)
            || !TryInstant(query["created_to"], DateTimeOffset.MaxValue, out var to))
        {
            return ApiAnswer.Invalid(new Problem("created_from", "created_from and created_to must be RFC 3339 instants."));
        }

        if (query["after"] is [{ } last] && database.Read(s => PaymentShelf.ById(s, account, last)) is null)
        {
            return ApiAnswer.Invalid(new Problem("after", "after must be the id of a payment."));
        }

        var page = database.Read(s => PaymentShelf.Between(s, account, from, to, query["after"], limit + 1));
        return ApiAnswer.Of(new ListView<PaymentView>([.. page.Take(limit).Select(views.Of)], HasMore: page.Count > limit));
    }

    private static bool TryInstant(string? text, DateTimeOffset otherwise, out DateTimeOffset instant)
    {
        instant = otherwise;
        return string.IsNullOrEmpty(text)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }

    private static async Task<IResult> CancelAsync(
        HttpContext context,
        [FromServices] CancelPayment cancel,
        [FromServices] PaymentViews views,
        CancellationToken ct)
    {
        var (body, problem) = await ApiBody.ReadAsync<CancelRequest>(context.Request, ct);
        return problem is null
            ? ApiAnswer.Of(views.Of(await cancel.HandleAsync(context.ApiKey().Account, body!.ClientReference, ct)))
            : ApiAnswer.Invalid(problem);
    }
}
