using System.Globalization;
using System.Security.Cryptography;
using PayPage.Api.Calls;
using PayPage.UseCases.Keys;

namespace PayPage.Api.Signing;

/// <summary>A JSON Web Token made for this very call with a shared secret, as the dialect's clients make it.</summary>
internal sealed partial class CheckToken(FindSigner find, SpendSignature spend, TimeProvider clock, ILogger<CheckToken> log)
{
    /// <summary>Characters.</summary>
    public const int Longest = 4000;

    private const int LongestId = 100;

    /// <summary>From its making to its end; clients use 120 s.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(120);

    /// <summary>How far the caller's clock may be from ours, both ways.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30);

    /// <returns>Null where it is not proven who calls.</returns>
    public async Task<KnownKey?> HandleAsync(string text, HttpContext call, CancellationToken ct)
    {
        if (CallToken.Read(text) is not { } token || await find.HandleAsync(token.KeyId, ct) is not { } signer)
        {
            return null;
        }

        if (await ObjectionAsync(call.Request, token, signer, ct) is { } objection)
        {
            LogRefused($"{signer.Key.Id}", objection);
            return null;
        }

        return signer.Key;
    }

    /// <returns>For whoever looks into the log; the caller is told nothing of it. Null where all is well.</returns>
    private async Task<string?> ObjectionAsync(HttpRequest request, CallToken token, Signer signer, CancellationToken ct)
    {
        if (!CryptographicOperations.FixedTimeEquals(SigningText.Mac(signer.Secret, token.Signed), token.Signature))
        {
            return "the signature is not that of this token with this secret";
        }

        var now = clock.GetUtcNow();

        if (Instant(token.Claim("iat")) is not { } made || Instant(token.Claim("exp")) is not { } end || end < made || end - made > LongestLife)
        {
            return "iat and exp are not two minutes apart at most";
        }

        if (made > now + Leeway || end < now - Leeway)
        {
            return "it is not valid now";
        }

        if (token.Claim(SigningText.MerchantHeader) != signer.Name)
        {
            return "the merchant id is not the key's";
        }

        if (!string.Equals(token.Claim("request-method"), request.Method, StringComparison.OrdinalIgnoreCase)
            || token.Claim("request-resource-path") != SigningText.TargetOf(request)
            || !string.Equals(token.Claim("request-host"), SigningText.Header(request, "Host"), StringComparison.OrdinalIgnoreCase))
        {
            return "it was made for another method, address or host";
        }

        if (!await IsOfBodyAsync(request, token, ct))
        {
            return "the body is not that of the digest";
        }

        if (token.Claim("jti") is not { Length: > 0 and <= LongestId } id)
        {
            return "it has no jti";
        }

        return CheckSignature.IsLooking(request) || await spend.HandleAsync(signer.Key.Id, $"jti:{id}", end + Leeway + Leeway, ct) ? null : "the token was used before";
    }

    private static async Task<bool> IsOfBodyAsync(HttpRequest request, CallToken token, CancellationToken ct)
    {
        if (token.Claim("digest") is not { } digest)
        {
            return !SigningText.HasBody(request);
        }

        return token.Claim("digest-algorithm") is null or "SHA-256" && SigningText.IsBase64Of(digest, await BodyHash.OfAsync(request, ct));
    }

    private static DateTimeOffset? Instant(string? claim) =>
        long.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= uint.MaxValue ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    [LoggerMessage(3502, LogLevel.Warning, "A call with a token of {Key} was refused: {Objection}.")]
    private partial void LogRefused(string key, string objection);
}
