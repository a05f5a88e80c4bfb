using System.Security.Cryptography;
using PayPage.Api.Calls;
using PayPage.UseCases.Keys;

namespace PayPage.Api.Signing;

/// <summary>HTTP Signature as the dialect's clients make it: whoever signed the call has the secret, and the call is as he signed it, and new.</summary>
internal sealed partial class CheckSignature(FindSigner find, SpendSignature spend, TimeProvider clock, ILogger<CheckSignature> log)
{
    /// <summary>How far the caller's clock may be from ours, both ways.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] AlwaysSigned = ["host", "date", SigningText.MerchantHeader];

    /// <returns>Null where it is not proven who calls.</returns>
    public async Task<KnownKey?> HandleAsync(HttpContext call, CancellationToken ct)
    {
        if (SignatureHeader.Read(call.Request.Headers[SignatureHeader.Name]) is not { } header || await find.HandleAsync(header.KeyId, ct) is not { } signer)
        {
            return null;
        }

        if (await ObjectionAsync(call, header, signer, ct) is { } objection)
        {
            LogRefused($"{signer.Key.Id}", objection);
            return null;
        }

        return signer.Key;
    }

    /// <returns>For whoever looks into the log; the caller is told nothing of it. Null where all is well.</returns>
    private async Task<string?> ObjectionAsync(HttpContext call, SignatureHeader header, Signer signer, CancellationToken ct)
    {
        var request = call.Request;

        if (AlwaysSigned.Except(header.Names).FirstOrDefault() is { } missing)
        {
            return $"{missing} is not signed";
        }

        if (!header.Names.Contains(SigningText.Target) && !header.Names.Contains(SigningText.OldTarget))
        {
            return "request-target is not signed";
        }

        var hasDigest = header.Names.Contains(SigningText.DigestHeader);

        if (SigningText.HasBody(request) && !hasDigest)
        {
            return "there is a body, and digest is not signed";
        }

        if (SigningText.Of(request, header.Names) is not { } text)
        {
            return "a header that is said to be signed is missing, or there twice";
        }

        var mac = SigningText.Mac(signer.Secret, text);

        if (!CryptographicOperations.FixedTimeEquals(mac, header.Value))
        {
            return "the signature is not that of this call with this secret";
        }

        var now = clock.GetUtcNow();

        if (SigningText.Date(SigningText.Header(request, "date")) is not { } date || (now - date).Duration() > Skew)
        {
            return "the date is no date, or more than five minutes from ours";
        }

        if (SigningText.Header(request, SigningText.MerchantHeader) != signer.Name)
        {
            return "the merchant id is not the key's";
        }

        if (hasDigest && !SigningText.IsDigestOf(SigningText.Header(request, SigningText.DigestHeader), await BodyHash.OfAsync(request, ct)))
        {
            return "the body is not that of the digest";
        }

        // Dates are to the second: two who look at the same thing at once have the same signature, and looking twice harms nobody.
        return IsLooking(request) || await spend.HandleAsync(signer.Key.Id, Convert.ToHexString(mac), date + Skew + Skew, ct) ? null : "the signature was used before";
    }

    internal static bool IsLooking(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    [LoggerMessage(3501, LogLevel.Warning, "A call signed with {Key} was refused: {Objection}.")]
    private partial void LogRefused(string key, string objection);
}
