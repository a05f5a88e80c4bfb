using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PayPage.Domain;

namespace PayPage.Processors.Stripe;

/// <summary>Sends one call to Stripe. What a network can do to it comes back as an answer, never as an exception.</summary>
internal sealed class StripeHttp(IHttpClientFactory clients, IOptions<StripeOptions> options, TimeProvider clock, RandomBytes random)
{
    public const string ClientName = "stripe";

    /// <summary>Bytes. A full page of events has about one million.</summary>
    public const long LargestAnswer = 8 * 1024 * 1024;

    private const int MostTries = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public Task<StripeAnswer<T>> GetAsync<T>(
        string path, StripeForm form, string key, TimeSpan timeout, Func<JsonElement, T> read, CancellationToken ct)
        where T : class => SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, At(form.Fields.Count == 0 ? path : $"{path}?{form.AsQuery()}")), key, timeout, read, ct);

    /// <param name="idempotencyKey">Null: none is sent.</param>
    public Task<StripeAnswer<T>> PostAsync<T>(
        string path, StripeForm form, string? idempotencyKey, string key, TimeSpan timeout, Func<JsonElement, T> read, CancellationToken ct)
        where T : class => SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, At(path)) { Content = new FormUrlEncodedContent(form.Fields) };

                if (idempotencyKey is not null)
                {
                    request.Headers.Add("Idempotency-Key", idempotencyKey);
                }

                return request;
            },
            key, timeout, read, ct);

    /// <summary>Sends it, and again where Stripe says that it may be: the answer that counts, its body read to the end.</summary>
    /// <param name="make">Makes the request anew for each try, version and key included.</param>
    /// <exception cref="HttpRequestException">No answer, or none that could be read to its end.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> ended the wait.</exception>
    public async Task<HttpResponseMessage> ExchangeAsync(Func<HttpRequestMessage> make, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await SendOnceAsync(make, attempt, ct);

            // 429 stands in front of everything else, and 409 says that the same key is at work or the object locked: the same may be sent again.
            if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict) || attempt == MostTries)
            {
                return response;
            }

            var pause = Pause(response, attempt);
            response.Dispose();
            await Task.Delay(pause, clock, ct);
        }
    }

    /// <summary>Bounds the wait for one call, and makes answers of all that a network can do to it.</summary>
    public async Task<StripeAnswer<T>> AskAsync<T>(Func<CancellationToken, Task<StripeAnswer<T>>> ask, string key, TimeSpan timeout, CancellationToken ct)
        where T : class
    {
        if (!StripeKeys.FitsAHeader(key))
        {
            // Nothing is sent. An exception of the header's would hold a part of the key.
            return new StripeAnswer<T>.Refused(new StripeFault((int)HttpStatusCode.Unauthorized, "invalid_request_error", "api_key_malformed", null, null, null));
        }

        using var limit = new CancellationTokenSource(timeout, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);

        try
        {
            return await ask(patience.Token);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new StripeAnswer<T>.NeverSent();    // no connection came about; the handler sends nothing again once a body was begun
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or JsonException)
        {
            return new StripeAnswer<T>.NoAnswer();
        }
    }

    /// <summary>What an answer says.</summary>
    /// <param name="body">UTF-8.</param>
    public static StripeAnswer<T> Read<T>(int status, string? requestId, ReadOnlyMemory<byte> body, Func<JsonElement, T> read)
        where T : class
    {
        if (status != (int)HttpStatusCode.OK && status is < 400 or >= 500)
        {
            return new StripeAnswer<T>.NoAnswer(requestId);
        }

        try
        {
            using var json = JsonDocument.Parse(body);

            return status == (int)HttpStatusCode.OK
                ? new StripeAnswer<T>.Ok(read(json.RootElement))
                : Fault(json.RootElement, status, requestId) is { } fault ? new StripeAnswer<T>.Refused(fault) : new StripeAnswer<T>.NoAnswer(requestId);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new StripeAnswer<T>.NoAnswer(requestId);
        }
    }

    /// <summary>By which Stripe's support finds the call; null where none came.</summary>
    public static string? RequestId(HttpResponseMessage response) => response.Headers.TryGetValues("Request-Id", out var ids) ? ids.FirstOrDefault() : null;

    private Task<StripeAnswer<T>> SendAsync<T>(Func<HttpRequestMessage> make, string key, TimeSpan timeout, Func<JsonElement, T> read, CancellationToken ct)
        where T : class => AskAsync(
            async patience =>
            {
                using var response = await ExchangeAsync(() => Signed(make(), key), patience);
                return Read((int)response.StatusCode, RequestId(response), await response.Content.ReadAsByteArrayAsync(patience), read);
            },
            key, timeout, ct);

    private async Task<HttpResponseMessage> SendOnceAsync(Func<HttpRequestMessage> make, int attempt, CancellationToken ct)
    {
        try
        {
            using var request = make();
            return await clients.CreateClient(ClientName).SendAsync(request, ct);
        }
        catch (HttpRequestException e) when (attempt > 1)
        {
            // Stripe has heard of it: whatever happened to this try, the call as a whole did leave, and a 409 says that its key is at work.
            throw new HttpRequestException("The connection failed after Stripe had asked us to come again.", e);
        }
    }

    private static HttpRequestMessage Signed(HttpRequestMessage request, string key)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add("Stripe-Version", StripeVersion.Pinned);
        return request;
    }

    /// <returns>Null where it is no error of Stripe's: something between us answered, and nobody knows what Stripe did.</returns>
    private static StripeFault? Fault(JsonElement answer, int status, string? requestId) =>
        StripeJson.IsGiven(answer, "error") && answer.GetProperty("error") is var error && StripeJson.Text(error, "type") is { } type
            ? new StripeFault(
                status, type, StripeJson.Text(error, "code"), StripeJson.Text(error, "decline_code"), StripeJson.Text(error, "message"), requestId)
            : null;

    // Doubled each time, half of it by chance, so that many callers that were sent away together do not come back together.
    private TimeSpan Pause(HttpResponseMessage response, int attempt)
    {
        var pause = FirstPause * (1 << (attempt - 1));
        var chosen = response.Headers.RetryAfter?.Delta ?? (pause / 2) + (pause / 2 * (random(1)[0] / 255.0));
        return chosen < LongestPause ? chosen : LongestPause;
    }

    private Uri At(string path) => new(options.Value.BaseUrl, path);
}
