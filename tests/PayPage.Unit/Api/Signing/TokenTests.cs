using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace PayPage.Unit.Api.Signing;

public sealed class TokenTests(SignedHostFixture fixture) : IClassFixture<SignedHostFixture>
{
    private const string Path = "/invoicing/v2/invoices";

    private readonly ApiHost _host = fixture.NextSecond();
    private readonly string _id = $"{Interlocked.Increment(ref _ids)}";
    private static int _ids;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_made_for_this_call_is_believed_once()
    {
        var before = await CountAsync();
        var token = Token();

        Assert.Equal(201, await PostAsync(token));
        Assert.Equal(401, await PostAsync(token));
        Assert.Equal(201, await PostAsync(Token(claims: c => c["jti"] = "another")));
        Assert.Equal(before.Invoices + 2, (await CountAsync()).Invoices);
    }

    [Fact]
    public async Task What_only_looks_may_look_twice()
    {
        var token = Token(claims: c =>
        {
            (c["request-method"], c["request-resource-path"]) = ("get", $"{Path}/x?a=1");
            c.Remove("digest");
        });

        Assert.Equal(404, await GetAsync($"{Path}/x?a=1", token));
        Assert.Equal(404, await GetAsync($"{Path}/x?a=1", token));
        Assert.Equal(401, await GetAsync($"{Path}/x?a=2", token));
    }

    public static TheoryData<string> Bad =>
    [
        .. new[]
        {
            "alg none", "alg none and no signature", "alg RS256", "alg HS512", "alg hs256", "alg missing", "crit", "no kid", "unknown kid", "other secret", "cut", "method", "path", "host", "digest", "no digest", "digest algorithm",
            "merchant", "no merchant", "no jti", "too old", "not yet", "lives too long", "ends before it begins", "no exp", "iat as text", "claim twice", "not json", "four parts", "padding",
        },
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Whatever_is_not_made_for_this_call_is_refused(string what)
    {
        var before = await CountAsync();
        var now = _host.Clock.GetUtcNow().ToUnixTimeSeconds();
        var token = what switch
        {
            "alg none" => Token(header: h => h["alg"] = "none"),
            "alg none and no signature" => Token(header: h => h["alg"] = "none")[..^43],
            "alg RS256" => Token(header: h => h["alg"] = "RS256"),
            "alg HS512" => Token(header: h => h["alg"] = "HS512"),
            "alg hs256" => Token(header: h => h["alg"] = "hs256"),
            "alg missing" => Token(header: h => h.Remove("alg")),
            "crit" => Token(header: h => h["crit"] = new JsonArray("b64")),
            "no kid" => Token(header: h => h.Remove("kid")),
            "unknown kid" => Token(header: h => h["kid"] = "18c94330-f618-42a3-b09d-e1e43be5efda"),
            "other secret" => Token(secret: new byte[32]),
            "cut" => Token()[..^2],
            "method" => Token(claims: c => c["request-method"] = "put"),
            "path" => Token(claims: c => c["request-resource-path"] = "/invoicing/v2/invoices/"),
            "host" => Token(claims: c => c["request-host"] = "other.example.com"),
            "digest" => Token(claims: c => c["digest"] = Convert.ToBase64String(SHA256.HashData("{}"u8))),
            "no digest" => Token(claims: c => c.Remove("digest")),
            "digest algorithm" => Token(claims: c => c["digest-algorithm"] = "MD5"),
            "merchant" => Token(claims: c => c["v-c-merchant-id"] = "another"),
            "no merchant" => Token(claims: c => c.Remove("v-c-merchant-id")),
            "no jti" => Token(claims: c => c.Remove("jti")),
            "too old" => Token(claims: c => (c["iat"], c["exp"]) = (now - 151, now - 31)),
            "not yet" => Token(claims: c => (c["iat"], c["exp"]) = (now + 31, now + 151)),
            "lives too long" => Token(claims: c => c["exp"] = now + 121),
            "ends before it begins" => Token(claims: c => c["exp"] = now - 1),
            "no exp" => Token(claims: c => c.Remove("exp")),
            "iat as text" => Token(claims: c => c["iat"] = "soon"),
            "claim twice" => Signed(Part(Header(), _ => { }), Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Claims().ToJsonString().Replace("{", "{\"jti\":\"x\",", StringComparison.Ordinal))), SignedCall.Secret),
            "not json" => Signed(Part(Header(), _ => { }), "eHh4", SignedCall.Secret),
            "four parts" => Token() + ".x",
            "padding" => Token() + "=",
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Say above what that is."),
        };

        Assert.Equal(401, await PostAsync(token));
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData(-150, -30)]
    [InlineData(30, 150)]
    public async Task Clocks_may_be_half_a_minute_apart(int made, int ends)
    {
        var now = _host.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(201, await PostAsync(Token(claims: c => (c["iat"], c["exp"]) = (now + made, now + ends))));
    }

    private async Task<(int Invoices, int Spent)> CountAsync()
    {
        (int, int) counts = default;
        await _host.InDatabaseAsync(async db => counts = (await db.Invoices.CountAsync(Ct), await db.SpentSignatures.CountAsync(Ct)));
        return counts;
    }

    private async Task<int> PostAsync(string token)
    {
        using var client = _host.Client(null);
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(Path, UriKind.Relative)) { Content = Bodies.WithoutLines.AsJson() };
        call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (int)(await client.SendAsync(call, Ct)).StatusCode;
    }

    private async Task<int> GetAsync(string path, string token)
    {
        using var client = _host.Client(token);
        return (int)(await client.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode;
    }

    private string Token(Action<JsonObject>? header = null, Action<JsonObject>? claims = null, byte[]? secret = null) =>
        Signed(Part(Header(), header ?? (_ => { })), Part(Claims(), claims ?? (_ => { })), secret ?? SignedCall.Secret);

    private static JsonObject Header() => new() { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = SignedCall.KeyId.ToString() };

    private JsonObject Claims()
    {
        var now = _host.Clock.GetUtcNow().ToUnixTimeSeconds();

        return new JsonObject
        {
            ["digest"] = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Bodies.WithoutLines))),
            ["digest-algorithm"] = "SHA-256",
            ["iat"] = now,
            ["exp"] = now + 120,
            ["request-host"] = $"{_host.Address.Host}:{_host.Address.Port}",
            ["request-resource-path"] = Path,
            ["request-method"] = "post",
            ["iss"] = "testrest",
            ["jti"] = $"8f0f3c2e-6a2b-4b4e-9c3e-{_id}",
            ["v-c-jwt-version"] = "2",
            ["v-c-merchant-id"] = "testrest",
        };
    }

    private static string Part(JsonObject members, Action<JsonObject> change)
    {
        change(members);
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(members));
    }

    private static string Signed(string header, string claims, byte[] secret) =>
        $"{header}.{claims}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{header}.{claims}")))}";
}
