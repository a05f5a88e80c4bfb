using Microsoft.EntityFrameworkCore;
using System.Net;
using System.Text;
using System.Text.Json;
using PayPage.Domain;
using PayPage.Domain.Fort;
using PayPage.Domain.Merchants;
using PayPage.UseCases;
using PayPage.UseCases.Batches;
using PayPage.UseCases.Fort;

namespace PayPage.Unit.Api.Fort;

/// <summary>A merchant's system that speaks PayFort's dialect to a host, signs what it sends and believes no answer that is not signed.</summary>
internal sealed class FortSystem(ApiHost host, FortDoor door, FortPhrases phrases) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = host.Address };

    public FortDoor Door => door;

    public FortPhrases Phrases => phrases;

    public Caller Caller => new(door.MerchantId, door.Mode, "test");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="merchant">0 or 1: the host has two.</param>
    public static async Task<FortSystem> OfAsync(ApiHost host, int merchant = 0)
    {
        MerchantId id = default;
        await host.InDatabaseAsync(async db => id = (await db.Merchants.OrderBy(m => m.TimeZone).Select(m => m.Id).ToListAsync(Ct))[merchant]);
        var caller = new Caller(id, Mode.Test, "test");
        var phrases = await host.UseAsync<ChangeFortDoor, FortPhrases?>(change => change.MakeAsync(caller, Ct));
        FortDoor door = null!;
        await host.InDatabaseAsync(async db => door = await db.FortDoors.AsNoTracking().SingleAsync(d => d.MerchantId == id, Ct));
        return new FortSystem(host, door, phrases!);
    }

    public static Dictionary<string, string?> Link(string reference = "R-1") => new()
    {
        ["service_command"] = "PAYMENT_LINK",
        ["merchant_reference"] = reference,
        ["amount"] = "50000",
        ["currency"] = "AED",
        ["language"] = "en",
        ["customer_email"] = "tanya@example.com",
        ["request_expiry_date"] = "2027-12-20T15:36:55+03:00",
        ["notification_type"] = "EMAIL",
    };

    /// <summary>Adds who calls, and signs.</summary>
    public Dictionary<string, string?> Signed(Dictionary<string, string?> parameters)
    {
        var all = new Dictionary<string, string?>(parameters);
        all.TryAdd("access_code", door.AccessCode);
        all.TryAdd("merchant_identifier", door.MerchantIdentifier);
        all["signature"] = FortSignature.Of(all, phrases.Request, door.Digest);
        return all;
    }

    public Task<Dictionary<string, string>> CallAsync(Dictionary<string, string?> parameters, string path = "paymentApi") => SendAsync(Signed(parameters), path);

    public Task<Dictionary<string, string>> CallAsync(Action<Dictionary<string, string?>> with)
    {
        var parameters = Link();
        with(parameters);
        return CallAsync(parameters);
    }

    public async Task<Dictionary<string, string>> SendAsync(Dictionary<string, string?> parameters, string path = "paymentApi") =>
        await ReplyAsync(await _client.PostAsync(Path(path), new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json"), Ct));

    public Task<HttpResponseMessage> PostAsync(Dictionary<string, string?> parameters, string path) =>
        _client.PostAsync(Path(path), new StringContent(JsonSerializer.Serialize(Signed(parameters)), Encoding.UTF8, "application/json"), Ct);

    public async Task<Dictionary<string, string>> PostAsync(HttpContent body, string path) => await ReplyAsync(await _client.PostAsync(Path(path), body, Ct));

    public async Task<Dictionary<string, string>> UploadAsync(string csv, string reference, string fileName = "links.csv", bool fileFirst = false, Action<Dictionary<string, string?>>? with = null)
    {
        var parameters = new Dictionary<string, string?> { ["service_command"] = "UPLOAD_BATCH_FILE", ["batch_reference"] = reference, ["language"] = "en" };
        with?.Invoke(parameters);
        using var body = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));

        if (fileFirst)
        {
            body.Add(file, "file", fileName);
        }

        foreach (var (name, value) in Signed(parameters))
        {
            body.Add(new StringContent(value!), name);
        }

        if (!fileFirst)
        {
            body.Add(file, "file", fileName);
        }

        return await PostAsync(body, "upload/");
    }

    /// <summary>Does what the workers do, until nothing is left.</summary>
    public async Task WorkAsync()
    {
        while (await host.UseAsync<WorkOnBatch, bool>(work => work.ReadNextAsync(Ct)) | await host.UseAsync<WorkOnBatch, bool>(work => work.GoOnAsync(Ct)))
        {
        }
    }

    public void Dispose() => _client.Dispose();

    private static Uri Path(string path) => new($"/FortAPI/{path}", UriKind.Relative);

    private async Task<Dictionary<string, string>> ReplyAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var reply = JsonSerializer.Deserialize<Dictionary<string, string>>(await answer.Content.ReadAsStringAsync(Ct))!;

        if (reply.TryGetValue("signature", out var signature))
        {
            Assert.True(FortSignature.Fits(signature, reply!, phrases.Response, door.Digest));
        }

        Assert.Equal(reply["status"], reply["response_code"][..2]);
        return reply;
    }
}
