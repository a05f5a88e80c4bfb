using System.Net;
using System.Text;
using global::Stripe;
using PayPage.Processors.Stripe;

namespace PayPage.Processors.StripeNet;

/// <summary>
/// The network of one call of Stripe.net: its request goes out by our own client, with our waits and no tries but ours, and what comes back is kept as it came.
/// </summary>
/// <remarks>The library's own one tries again by itself, writes to the console and to the home folder, and tells Stripe about this machine.</remarks>
internal sealed class StripeNetWire(StripeHttp http) : IHttpClient
{
    /// <summary>What Stripe answered; null until it did.</summary>
    public StripeNetReply? Reply { get; private set; }

    public async Task<StripeResponse> MakeRequestAsync(StripeRequest request, CancellationToken cancellationToken = default)
    {
        using var response = await http.ExchangeAsync(() => Message(request), cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Reply = new StripeNetReply(response.StatusCode, StripeHttp.RequestId(response), body);
        return new StripeResponse(response.StatusCode, response.Headers, Encoding.UTF8.GetString(body));
    }

    public async Task<StripeStreamedResponse> MakeStreamingRequestAsync(StripeRequest request, CancellationToken cancellationToken = default)
    {
        var whole = await MakeRequestAsync(request, cancellationToken);
        return new StripeStreamedResponse(whole.StatusCode, whole.Headers, new MemoryStream(Encoding.UTF8.GetBytes(whole.Content)));
    }

    // Asked anew for each try: so is its body. The idempotency key is the same each time.
    private static HttpRequestMessage Message(StripeRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.Uri) { Content = request.Content };
        message.Headers.Authorization = request.AuthorizationHeader;

        foreach (var (name, value) in request.StripeHeaders)
        {
            message.Headers.Add(name, value);
        }

        return message;
    }
}

/// <param name="Body">UTF-8, if it is text at all.</param>
internal sealed record StripeNetReply(HttpStatusCode Status, string? RequestId, byte[] Body);
