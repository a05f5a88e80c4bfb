using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using PayPage.Domain.Webhooks;

namespace PayPage.Delivery.Webhooks;

/// <summary>Posts to addresses that merchants chose, over a connection that <see cref="GuardedConnection"/> made.</summary>
internal sealed class WebhookSender(IHttpClientFactory clients, GuardedConnection guard, TimeProvider clock) : IWebhookSender
{
    public const string ClientName = "webhooks";

    internal const int MostBytesRead = 64 * 1024;

    /// <summary>For all of it: name, connection, request, and the head of the answer.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    // What stands in the answer is of no interest. It is read for a moment so that the connection can be used again; who writes on is cut off.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(2);

    // At a save a person waits.
    private static readonly TimeSpan LongestLookUp = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestWish = TimeSpan.FromDays(365);

    public string? Objection(Uri address) => !guard.AllowsPrivate ? WebhookAddress.Objection(address)
        : address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 ? null
        : "Write a whole address that begins with https:// or http://, without a name and password.";

    public async Task<bool> LeadsInsideAsync(Uri address, CancellationToken ct)
    {
        if (guard.AllowsPrivate)
        {
            return false;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LongestLookUp);

        try
        {
            await guard.LookUpAsync(address.IdnHost, patience.Token);
            return false;
        }
        catch (ForbiddenAddressException)
        {
            return true;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;    // not found yet, or nobody answers: a test event will tell
        }
    }

    public async Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();

        if (Objection(request.Address) is not null)
        {
            return new WebhookAnswer.None("We may not send to this address.", TimeSpan.Zero);    // saved while more was allowed
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Longest);

        try
        {
            using var client = clients.CreateClient(ClientName);
            using var message = MessageFor(request);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var took = Stopwatch.GetElapsedTime(start);
            await SkimAsync(response, patience.Token);
            return new WebhookAnswer.Answered((int)response.StatusCode, Wish(response.Headers.RetryAfter), took);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WebhookAnswer.None($"No answer came within {Longest.TotalSeconds:0} seconds.", Stopwatch.GetElapsedTime(start));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new WebhookAnswer.None(Reason(e), Stopwatch.GetElapsedTime(start));
        }
    }

    private static HttpRequestMessage MessageFor(WebhookRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, request.Address) { Content = new ReadOnlyMemoryContent(request.Body) };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>The status has come, and it alone counts: whatever goes wrong from here on changes nothing.</summary>
    private static async Task SkimAsync(HttpResponseMessage response, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LongestReading);

        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            var buffer = new byte[MostBytesRead];
            await body.ReadAtLeastAsync(buffer, MostBytesRead, throwOnEndOfStream: false, patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The connection ends with the answer.
        }
    }

    private TimeSpan? Wish(RetryConditionHeaderValue? header)
    {
        var wish = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wish is not { } time || time <= TimeSpan.Zero ? null : time < LongestWish ? time : LongestWish;
    }

    /// <summary>What a merchant can do something about, in his words. The exception's own may hold addresses.</summary>
    private static string Reason(Exception e) => e switch
    {
        _ when Holds<ForbiddenAddressException>(e) => "The name leads into a private network. We do not send there.",
        _ when Holds<AuthenticationException>(e) => "The certificate was not accepted.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "The name was not found.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "No encrypted connection could be made.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "No connection could be made.",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } => "The answer could not be read.",
        _ => "The connection broke before an answer came.",
    };

    private static bool Holds<T>(Exception? e)
        where T : Exception => e is T || (e is not null && Holds<T>(e.InnerException));
}
