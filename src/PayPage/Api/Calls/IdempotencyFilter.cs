using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using PayPage.UseCases.Calls;

namespace PayPage.Api.Calls;

/// <summary>A POST that came before with the same <c>Idempotency-Key</c> gets the answer that it got then. Of many at once, one is worked on.</summary>
/// <remarks>Failures of ours are no answers: they are not kept, and the next one tries again.</remarks>
internal sealed class IdempotencyFilter(TimeProvider clock) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int LongestKey = 255;
    private const int MostLooks = 50;
    private const int RetryAfter = 1;    // second

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        var header = call.Request.Headers[Header];

        if (!HttpMethods.IsPost(call.Request.Method) || header.Count == 0)
        {
            return await next(context);
        }

        if (header is not [{ Length: > 0 and <= LongestKey } key] || !key.All(c => c is > ' ' and <= '~'))
        {
            return call.Refuse(new Refusal(
                StatusCodes.Status400BadRequest, "invalid-idempotency-key", $"{Header} is not valid.", $"Send it once, with 1 to {LongestKey} visible ASCII characters, such as a UUID; or leave it out."));
        }

        var fingerprint = await FingerprintAsync(call);

        for (var look = 1; ; look++)
        {
            switch (await call.RequestServices.GetRequiredService<ClaimCall>().HandleAsync(key, fingerprint, ApiCaller.Of(call), call.RequestAborted))
            {
                case ClaimCall.Outcome.Mine mine:
                    return await WorkAsync(mine, context, next);
                case ClaimCall.Outcome.Answered known:
                    call.Response.Headers[ReplayedHeader] = "true";
                    return new KeptReply(known.Answer);
                case ClaimCall.Outcome.Other:
                    return call.Refuse(new Refusal(
                        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", $"This {Header} came before with another call.",
                        "Nothing was done now. Send the same method, address and body as then, byte for byte; or a new key for a new call."));
                case ClaimCall.Outcome.UnderWay when look < MostLooks:
                    await Task.Delay(BetweenLooks, clock, call.RequestAborted);
                    break;
                case ClaimCall.Outcome.UnderWay:
                    call.Response.Headers.RetryAfter = $"{RetryAfter}";
                    return call.Refuse(new Refusal(
                        StatusCodes.Status409Conflict, "idempotency-key-under-way", $"The call with this {Header} is still worked on.", "Send it again in a moment to get its answer."));
                default:
                    throw new UnreachableException();
            }
        }
    }

    private static async Task<KeptReply> WorkAsync(ClaimCall.Outcome.Mine mine, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        var keep = call.RequestServices.GetRequiredService<KeepAnswer>();
        call.Features.Set(new IdempotencyKey(mine.Id, mine.CameAt, mine.LeaseNo > 1));

        try
        {
            var answer = await KeptReply.CaughtAsync(call, await next(context));

            // Whoever called may be gone: the answer is kept for when he comes again.
            await (answer.Status < StatusCodes.Status500InternalServerError
                ? keep.HandleAsync(mine.Id, mine.LeaseNo, answer, CancellationToken.None)
                : keep.LetGoAsync(mine.Id, mine.LeaseNo, CancellationToken.None));
            return new KeptReply(answer);
        }
        catch
        {
            await keep.LetGoAsync(mine.Id, mine.LeaseNo, CancellationToken.None);
            throw;
        }
    }

    private static async Task<byte[]> FingerprintAsync(HttpContext call)
    {
        var target = call.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var body = Convert.ToHexString(await BodyHash.OfAsync(call.Request, call.RequestAborted));
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Request.Method}\n{target}\n{body}"));
    }
}
