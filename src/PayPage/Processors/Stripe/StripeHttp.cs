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

    private async Task<StripeAnswer<T>> SendAsync<T>(
        Func<HttpRequestMessage> make, string key, TimeSpan timeout, Func<JsonElement, T> read, CancellationToken ct)
        where T : class
    {
        if (!StripeKeys.FitsAHeader(key))
        {
            // Nothing is sent. An exception of the header's would hold a part of the key.
            return new StripeAnswer<T>.Refused(new StripeFault((int)HttpStatusCode.Unauthorized, "invalid_request_error", "api_key_malformed", null, null, null));
        }

        using var limit = new CancellationTokenSource(timeout, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = make();
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
                request.Headers.Add("Stripe-Version", StripeVersion.Pinned);

                using var response = await clients.CreateClient(ClientName).SendAsync(request, patience.Token);

                // 429 stands in front of everything else, and 409 says that the same key is at work or the object locked: the same may be sent again.
                if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict && attempt < MostTries)
                {
                    await Task.Delay(Pause(response, attempt), clock, patience.Token);
                    continue;
                }

                return await ReadAsync(response, read, patience.Token);
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
    }

    private static async Task<StripeAnswer<T>> ReadAsync<T>(HttpResponseMessage response, Func<JsonElement, T> read, CancellationToken ct)
        where T : class
    {
        var requestId = response.Headers.TryGetValues("Request-Id", out var ids) ? ids.FirstOrDefault() : null;
        var status = (int)response.StatusCode;

        if (status != (int)HttpStatusCode.OK && status is < 400 or >= 500)
        {
            return new StripeAnswer<T>.NoAnswer(requestId);
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(ct), cancellationToken: ct);

            return status == (int)HttpStatusCode.OK
                ? new StripeAnswer<T>.Ok(read(json.RootElement))
                : Fault(json.RootElement, status, requestId) is { } fault ? new StripeAnswer<T>.Refused(fault) : new StripeAnswer<T>.NoAnswer(requestId);
        }
        catch (JsonException)
        {
            return new StripeAnswer<T>.NoAnswer(requestId);
        }
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
