using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PayPage.Domain.Links;
using PayPage.Pages.Pay;

namespace PayPage.Hosting;

/// <summary>Slows down whoever hammers one link, or tries many, on payers' pages and where receipts are checked: machines' doors and files have no fence here.</summary>
/// <remarks>
/// A link is known by its hash, and only a token that we made has a count of its own: nobody fills the memory with invented ones. A count is
/// dropped when its time is over. Counts are this node's own.
/// </remarks>
internal sealed class RateFences(IOptions<RateFenceOptions> options, ILinkTokens tokens, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan GuessTime = TimeSpan.FromMinutes(10);

    // Where strangers send passwords, codes and addresses to the back office.
    private static readonly PathString[] Doors = ["/merchant/sign-in", "/merchant/invitation", "/merchant/set-up"];

    private readonly PartitionedRateLimiter<string> _views = Fence(options.Value.ViewsPerLink, Minute, clock);
    private readonly PartitionedRateLimiter<string> _posts = Fence(options.Value.PostsPerLink, Minute, clock);
    private readonly RateFencesByAddress _requests = new(options.Value.RequestsPerAddress, Minute, clock);
    private readonly RateFencesByAddress _guesses = new(options.Value.GuessesPerAddress, GuessTime, clock);
    private readonly RateFencesByAddress _doors = new(options.Value.DoorsPerAddress, GuessTime, clock);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (PayerPath.Of(context.Request.Path) is not { } path)
        {
            await FencedAsync(context, next);
            return;
        }

        context.Features.Set(path);
        var address = context.Connection.RemoteIpAddress;
        context.Features.Set(new Visitor(address is null ? null : RateFencesByAddress.Key(address, byProvider: false)));

        if ((_requests.Wait(address) ?? WaitForLink(context.Request, path)) is { } wait)
        {
            Refuse(context, wait);
            return;
        }

        await next(context);

        // Asked only now, when it is known that this leads nowhere: a neighbour's guesses never stand in the way of a link that exists.
        // An address that no page takes (no endpoint) tells nothing about links and is no guess.
        if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } && context.GetEndpoint() is not null
            && _guesses.Wait(address) is { } guessWait)
        {
            Refuse(context, guessWait);
        }
    }

    /// <summary>Who checks receipts or signs in needs no link; all that can be counted is where he comes from.</summary>
    private Task FencedAsync(HttpContext context, RequestDelegate next)
    {
        if (FenceOf(context.Request)?.Wait(context.Connection.RemoteIpAddress) is not { } wait)
        {
            return next(context);
        }

        Refuse(context, wait);
        return Task.CompletedTask;
    }

    /// <returns>Null where anybody may come as often as he likes.</returns>
    private RateFencesByAddress? FenceOf(HttpRequest request)
    {
        var path = request.Path;

        return path.Value?.StartsWith("/verify", StringComparison.OrdinalIgnoreCase) == true ? _requests
            : HttpMethods.IsPost(request.Method) && Doors.Any(door => path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase)) ? _doors
            : null;
    }

    public void Dispose()
    {
        _doors.Dispose();
        _views.Dispose();
        _posts.Dispose();
        _requests.Dispose();
        _guesses.Dispose();
    }

    private TimeSpan? WaitForLink(HttpRequest request, PayerPath path)
    {
        if (path.IsShort || path.AddressHash(tokens) is not { } hash)
        {
            return null;
        }

        var isForm = HttpMethods.IsPost(request.Method) && request.Path.Value?.TrimEnd('/').EndsWith("/opened", StringComparison.OrdinalIgnoreCase) != true;
        return Wait(isForm ? _posts : _views, Convert.ToHexString(hash));
    }

    /// <returns>Null when it may go on; else how long to wait.</returns>
    private static TimeSpan? Wait(PartitionedRateLimiter<string> fence, string key)
    {
        using var lease = fence.AttemptAcquire(key);
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
    }

    /// <summary>No body: the problem page says it in words.</summary>
    private static void Refuse(HttpContext context, TimeSpan wait)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = $"{Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))}";
    }

    private static PartitionedRateLimiter<string> Fence(int most, TimeSpan span, TimeProvider clock) =>
        PartitionedRateLimiter.Create<string, string>(
            key => RateLimitPartition.Get(key, _ => new RateFencesWindow(most, span, clock)), StringComparer.Ordinal);
}
