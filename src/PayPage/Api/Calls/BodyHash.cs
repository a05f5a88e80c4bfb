using System.Security.Cryptography;

namespace PayPage.Api.Calls;

/// <summary>SHA-256 of a body as it came, which can be read again afterwards.</summary>
internal static class BodyHash
{
    // What is larger waits in a file of the system's that is gone when the call is answered: only files of invoices are.
    private const int InMemory = 1024 * 1024;

    /// <exception cref="BadHttpRequestException">It is larger than the address takes, or was cut off.</exception>
    public static async Task<byte[]> OfAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering(InMemory);
        request.Body.Position = 0;
        var hash = await SHA256.HashDataAsync(request.Body, ct);
        request.Body.Position = 0;
        return hash;
    }
}
