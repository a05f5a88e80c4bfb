using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Sandbox;

/// <summary>Reads the sandbox's events, which are signed as Standard Webhooks 1.0.0 says.</summary>
internal static class SandboxEvents
{
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    public static EventReading Read(ReadOnlyMemory<byte> body, Func<string, string?> header, ProcessorSecrets secrets, DateTimeOffset now)
    {
        if (header("webhook-id") is not { Length: > 0 and <= 255 } id
            || header("webhook-timestamp") is not { } sent
            || header("webhook-signature") is not { } signatures)
        {
            return new EventReading.NotGenuine("a webhook header is missing");
        }

        if (!long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > int.MaxValue * 2L
            || (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance)
        {
            return new EventReading.NotGenuine("its time is too far from now");
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{sent}."), .. body.Span];

        return secrets.WebhookSecrets.Any(secret => IsSigned(signed, signatures, secret))
            ? Parse(id, body)
            : new EventReading.NotGenuine("no signature fits");
    }

    private static bool IsSigned(byte[] signed, string signatures, string secret)
    {
        var expected = HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), signed);

        return signatures.Split(' ').Any(signature =>
        {
            var given = new byte[expected.Length];
            return signature.StartsWith(Version, StringComparison.Ordinal)
                && Convert.TryFromBase64String(signature[Version.Length..], given, out var length)
                && length == expected.Length
                && CryptographicOperations.FixedTimeEquals(given, expected);
        });
    }

    private static EventReading Parse(string id, ReadOnlyMemory<byte> body)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(body.Span, SandboxHttp.Json);
            var type = envelope?.Type is { Length: > 0 and <= 100 } given ? given : "unknown";

            return type switch
            {
                _ when type.StartsWith("payment.", StringComparison.Ordinal)
                    && envelope!.Data.Deserialize<SandboxPayment>(SandboxHttp.Json)?.InOurWords() is { } news =>
                    new EventReading.OfPayment(id, type, news),
                _ when type.StartsWith("refund.", StringComparison.Ordinal)
                    && envelope!.Data.Deserialize<SandboxRefund>(SandboxHttp.Json)?.InOurWords() is { } refund =>
                    new EventReading.OfRefund(id, type, refund),
                _ when type.StartsWith("dispute.", StringComparison.Ordinal)
                    && envelope!.Data.Deserialize<SandboxDispute>(SandboxHttp.Json)?.InOurWords(envelope.CreatedAt) is { } dispute =>
                    new EventReading.OfDispute(id, type, dispute),
                _ => new EventReading.Other(id, type),
            };
        }
        catch (JsonException)
        {
            return new EventReading.NotGenuine("it cannot be read");
        }
    }

    private sealed record Envelope(string? Type, DateTimeOffset? CreatedAt, JsonElement Data);
}
