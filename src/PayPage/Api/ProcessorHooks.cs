using PayPage.Domain.Processors;
using PayPage.UseCases.Payments;

namespace PayPage.Api;

/// <summary>Where processors send their events: <c>/hooks/{processor}/{account}</c>.</summary>
internal static class ProcessorHooks
{
    private const int MostBytes = 256 * 1024;
    private const string AccountPrefix = "acc_";

    public static void MapHooks(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/hooks/{processor}/{account}", TakeAsync);

    /// <summary>200 only once the event is in the database. Anything that fails before that answers 5xx, and the processor's retry is ours.</summary>
    private static async Task<IResult> TakeAsync(string processor, string account, HttpRequest request, TakeEvent takeEvent, CancellationToken ct)
    {
        if (!Enum.TryParse<ProcessorKind>(processor, ignoreCase: true, out var kind)
            || !account.StartsWith(AccountPrefix, StringComparison.Ordinal)
            || !Guid.TryParseExact(account[AccountPrefix.Length..], "N", out var id))
        {
            return Results.NotFound();
        }

        byte[]? body;

        try
        {
            body = await BodyAsync(request, ct);
        }
        catch (BadHttpRequestException e)
        {
            return Results.StatusCode(e.StatusCode);    // it dribbled in, or broke off: no processor's event
        }

        if (body is null)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        return await takeEvent.HandleAsync(kind, new ProcessorAccountId(id), body, name => request.Headers[name].ToString() is { Length: > 0 } value ? value : null, ct) switch
        {
            TakeEvent.Outcome.Taken => Results.Ok(),
            TakeEvent.Outcome.NotGenuine => Results.BadRequest(),
            TakeEvent.Outcome.NoSuchAccount => Results.NotFound(),
        };
    }

    /// <returns>Null when it is larger than any event of ours.</returns>
    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];

        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
