using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PayPage.Unit.Api.Signing;

/// <summary>A call signed as the dialect's clients sign it, by another hand than the one that checks; and what may be changed of it afterwards.</summary>
internal sealed record SignedCall
{
    public static readonly Guid KeyId = Guid.Parse("08c94330-f618-42a3-b09d-e1e43be5efda");
    public static readonly byte[] Secret = Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef");

    public string Method { get; init; } = "POST";

    public string Target { get; init; } = "/invoicing/v2/invoices";

    public string Host { get; init; } = "pay.example.com";

    public string Merchant { get; init; } = "testrest";

    public required DateTimeOffset Date { get; init; }

    public string Body { get; init; } = Bodies.WithoutLines;

    public string Key { get; init; } = KeyId.ToString();

    public byte[] With { get; init; } = Secret;

    public string? Names { get; init; }

    /// <summary>Done to the headers once all is signed.</summary>
    public Action<Dictionary<string, string>> Then { get; init; } = _ => { };

    /// <summary>Another method, address or body than was signed.</summary>
    public string? SentMethod { get; init; }

    public string? SentTarget { get; init; }

    public string? SentBody { get; init; }

    /// <summary>One more header line, as it is.</summary>
    public string Extra { get; init; } = "";

    private string Signed => Names ?? (Body.Length > 0 ? "host date request-target digest v-c-merchant-id" : "host date request-target v-c-merchant-id");

    public byte[] Bytes()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["host"] = Host,
            ["date"] = Date.ToString("r", CultureInfo.InvariantCulture),
            ["v-c-merchant-id"] = Merchant,
        };

        if (Body.Length > 0)
        {
            headers["digest"] = $"SHA-256={Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Body)))}";
        }

        var text = string.Join('\n', Signed.Split(' ').Select(name => $"{name}: {(name.Trim('(', ')') == "request-target" ? $"{Method.ToLowerInvariant()} {Target}" : headers.GetValueOrDefault(name))}"));
        var signature = Convert.ToBase64String(HMACSHA256.HashData(With, Encoding.UTF8.GetBytes(text)));
        headers["signature"] = $"keyid=\"{Key}\", algorithm=\"HmacSHA256\", headers=\"{Signed}\", signature=\"{signature}\"";
        Then(headers);

        var body = Encoding.UTF8.GetBytes(SentBody ?? Body);
        var lines = headers.Select(pair => $"{pair.Key}: {pair.Value}").Append("Connection: close");

        if (body.Length > 0)
        {
            lines = lines.Append("Content-Type: application/json").Append($"Content-Length: {body.Length}");
        }

        return [.. Encoding.UTF8.GetBytes($"{SentMethod ?? Method} {SentTarget ?? Target} HTTP/1.1\r\n{string.Join("\r\n", lines)}\r\n{Extra}\r\n"), .. body];
    }
}
