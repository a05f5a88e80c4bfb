using PayPage.Api.Json;
using PayPage.Domain.Links;
using PayPage.Domain.Receipts;
using PayPage.UseCases.Receipts;

namespace PayPage.Api.Receipts;

/// <summary>Receipts for machines: the answer of the verify page as JSON, and the public keys (RFC 7517) to check them without us.</summary>
internal static class VerifyApi
{
    public const string KeysPath = "/verify/keys.json";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapReceipts(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/verify/{code}.json", Reading, ShowAsync);
        site.MapMethods(KeysPath, Reading, KeysAsync);
        site.MapPost("/verify.json", JudgeAsync);
    }

    private static async Task<IResult> ShowAsync(string code, VerifyReceipt verify, ISiteAddresses addresses, CancellationToken ct) =>
        Reply(await verify.HandleAsync(code, ct), addresses);

    private static async Task<IResult> JudgeAsync(HttpRequest request, VerifyReceipt verify, ISiteAddresses addresses, CancellationToken ct)
    {
        var text = await TextAsync(request, ct);

        return ReceiptCopy.Read(text) is { } copy
            ? Reply(await verify.HandleAsync(copy, ct), addresses)
            : Results.Problem("Send the whole JSON of one receipt, with its members receipt and jws, or its JWS alone.", statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> KeysAsync(VerifyReceipt verify, CancellationToken ct)
    {
        var keys = await verify.KeysAsync(ct);

        return JsonReply.Of(StatusCodes.Status200OK, json =>
        {
            json.WriteStartArray("keys");

            foreach (var key in keys)
            {
                json.WriteStartObject();
                json.WriteString("kty", "EC");
                json.WriteString("crv", "P-256");
                json.WriteString("alg", "ES256");
                json.WriteString("use", "sig");
                json.WriteString("kid", key.Id);
                json.WriteString("x", key.X);
                json.WriteString("y", key.Y);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static JsonReply Reply(ReceiptVerdict verdict, ISiteAddresses addresses) => JsonReply.Of(
        verdict.Truth == ReceiptTruth.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        json =>
        {
            json.WriteString("verdict", Word(verdict.Truth));

            if (verdict.Text is { } facts)
            {
                json.WritePropertyName("receipt");
                json.WriteRawValue(facts);
            }

            if (verdict.KeyId is { } key)
            {
                json.WriteString("keyId", key);
                json.WriteString("keys", addresses.Origin + KeysPath);
            }

            if (verdict.Jws is { } jws)
            {
                json.WriteString("jws", jws);
            }
        });

    private static string Word(ReceiptTruth truth) => truth switch
    {
        ReceiptTruth.True => "true",
        ReceiptTruth.Altered => "altered",
        ReceiptTruth.Unknown => "unknown",
        ReceiptTruth.Unsigned => "unsigned",
    };

    /// <returns>Null when it is longer than a receipt can be.</returns>
    private static async Task<string?> TextAsync(HttpRequest request, CancellationToken ct)
    {
        var text = new char[ReceiptCopy.MostLength + 1];
        using var reader = new StreamReader(request.Body);
        var length = await reader.ReadBlockAsync(text.AsMemory(), ct);

        return length > ReceiptCopy.MostLength ? null : new string(text, 0, length);
    }
}
