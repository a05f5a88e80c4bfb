using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Sandbox;

/// <summary>Calls the sandbox. What a network can do to a call comes back as an answer without a status, never as an exception.</summary>
internal sealed class SandboxHttp(IHttpClientFactory clients, ISandboxLocation location, TimeProvider clock)
{
    public const string ClientName = "sandbox";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private const int MostTries = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public Task<Answer<T>> GetAsync<T>(string path, ProcessorSecrets secrets, CancellationToken ct)
        where T : class => SendAsync<T>(HttpMethod.Get, path, null, null, secrets, ct);

    public Task<Answer<T>> PostAsync<T>(string path, object body, string? idempotencyKey, ProcessorSecrets secrets, CancellationToken ct)
        where T : class => SendAsync<T>(HttpMethod.Post, path, body, idempotencyKey, secrets, ct);

    private async Task<Answer<T>> SendAsync<T>(
        HttpMethod method, string path, object? body, string? idempotencyKey, ProcessorSecrets secrets, CancellationToken ct)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(location.ServerToServer, path));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secrets.ApiKey);
                request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);

                if (idempotencyKey is not null)
                {
                    request.Headers.Add("Idempotency-Key", idempotencyKey);
                }

                using var response = await clients.CreateClient(ClientName).SendAsync(request, ct);

                // 429 stands in front of everything else: surely nothing was done, and the same key may be sent again.
                if (response.StatusCode == HttpStatusCode.TooManyRequests && attempt < MostTries)
                {
                    await Task.Delay(Pause(response, attempt), clock, ct);
                    continue;
                }

                return await ReadAsync<T>(response, ct);
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
            {
                return new Answer<T>(null, null, null, NeverSent: true);    // no connection came about; a body once begun is never sent again by the handler
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or JsonException)
            {
                return new Answer<T>(null, null, null);
            }
        }
    }

    private static async Task<Answer<T>> ReadAsync<T>(HttpResponseMessage response, CancellationToken ct)
        where T : class => response.IsSuccessStatusCode
            ? new Answer<T>(response.StatusCode, await response.Content.ReadFromJsonAsync<T>(Json, ct), null)
            : new Answer<T>(response.StatusCode, null, (int)response.StatusCode < 500 ? (await response.Content.ReadFromJsonAsync<SandboxFault>(Json, ct))?.Error : null);

    private static TimeSpan Pause(HttpResponseMessage response, int attempt)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(250 * attempt);
        return asked < LongestPause ? asked : LongestPause;
    }

    /// <param name="Status">Null when no readable answer came.</param>
    /// <param name="NeverSent">The request surely did not leave.</param>
    internal sealed record Answer<T>(HttpStatusCode? Status, T? Value, SandboxFaultDetail? Fault, bool NeverSent = false)
        where T : class;
}
