using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Api;

/// <summary>What tests of the API do over and over: calls, and payers who pay.</summary>
internal static class ApiRoom
{
    public const string Invoices = "/invoicing/v2/invoices";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Reply> CallAsync(this HttpClient client, HttpMethod method, string path, string? body = null, string? ifMatch = null)
    {
        using var call = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        call.Content = body?.AsJson();

        if (ifMatch is not null)
        {
            call.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await client.SendAsync(call, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return new Reply(answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default, answer.Headers.ETag?.ToString(), answer.Content.Headers);
    }

    public static Task<Reply> AskAsync(this HttpClient client, string path) => client.CallAsync(HttpMethod.Get, path);

    public static Task<Reply> PostAsync(this HttpClient client, string path, string? body = null) => client.CallAsync(HttpMethod.Post, path, body);

    public static Task<Reply> PutAsync(this HttpClient client, string path, string body, string? ifMatch = null) => client.CallAsync(HttpMethod.Put, path, body, ifMatch);

    /// <returns>The address of the new invoice.</returns>
    public static async Task<string> CreateAsync(this HttpClient client, string body)
    {
        var reply = await client.PostAsync(Invoices, body);
        Assert.True(reply.Status == HttpStatusCode.Created, $"{reply.Status} {reply.Body}");
        return $"{Invoices}/{Uri.EscapeDataString(reply.Text("id"))}";
    }

    /// <summary>A body for an invoice of 293.50 that stands at the beginning of its life.</summary>
    /// <param name="stage">DRAFT, CREATED or SENT.</param>
    public static string For(this string body, string stage) => body
        .With("invoiceInformation.sendImmediately", stage == "DRAFT" ? "false" : "true")
        .With("invoiceInformation.deliveryMode", stage == "SENT" ? "\"email\"" : "\"none\"");

    /// <summary>Somebody begins to pay through the invoice's newest link.</summary>
    /// <param name="state">What the processor says of it then; null: nothing yet.</param>
    public static async Task<Payment> PayAsync(this ApiHost host, string number, long amount, ProcessorState? state = ProcessorState.Succeeded)
    {
        var account = await host.OpenAccountAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));    // what came later has a later time, as in life
        var sealedAddress = await host.ReadAsync(db => db.Links
            .Where(l => db.Invoices.Any(i => i.Id == l.InvoiceId && i.Number == number))
            .OrderByDescending(l => l.CreatedAt).Select(l => l.SealedAddress).FirstAsync(Ct));
        var token = await host.UseAsync<ILinkTokens, string>(tokens => Task.FromResult(tokens.Unseal(sealedAddress)!.Token));
        var wish = new StartPayment.Wish(token, amount, PaymentMethod.Card, null, null, $"attempt-{Guid.NewGuid():N}"[..22]);
        Assert.IsType<StartPayment.Outcome.GoOn>(await host.UseAsync<StartPayment, StartPayment.Outcome>(start => start.HandleAsync(wish, Ct)));
        var payment = await host.ReadAsync(db => db.Payments.AsNoTracking().OrderByDescending(p => p.PreparedAt).FirstAsync(Ct));

        if (state is { } told)
        {
            await host.UseAsync<RecordOutcome, PayPage.Domain.Inbox.InboxVerdict>(record => record.HandleAsync(
                ScriptedProcessor.News(payment.Id, told, payment.Amount), account, null, Ct));
        }

        return await host.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(p => p.Id == payment.Id, Ct));
    }

    public static async Task<T> ReadAsync<T>(this ApiHost host, Func<PayPageDbContext, Task<T>> read)
    {
        var result = default(T);
        await host.InDatabaseAsync(async db => result = await read(db));
        return result!;    // set by the read
    }

    /// <summary>A key of the first merchant in live mode.</summary>
    public static Task AddLiveKeyAsync(this ApiHost host, string key) => host.UseAsync<IdSource, bool>(async ids =>
    {
        await host.InDatabaseAsync(async db =>
        {
            var test = await db.ApiKeys.SingleAsync(k => k.Hash == Secret.Hash(ApiHost.Key), Ct);
            db.ApiKeys.Add(new ApiKey
            {
                Id = ApiKeyId.New(ids),
                MerchantId = test.MerchantId,
                Mode = Mode.Live,
                Name = "Live",
                Hash = Secret.Hash(key),
                CreatedAt = host.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync(Ct);
        });
        return true;
    });

    private static async Task<ProcessorAccountId> OpenAccountAsync(this ApiHost host)
    {
        if (host.World.Processor is null)
        {
            host.World.Processor = new ScriptedProcessor();
            var merchant = await host.ReadAsync(db => db.ApiKeys.Where(k => k.Hash == Secret.Hash(ApiHost.Key)).Select(k => k.MerchantId).SingleAsync(Ct));
            var account = new ProcessorAccount
            {
                Id = await host.UseAsync<IdSource, ProcessorAccountId>(ids => Task.FromResult(ProcessorAccountId.New(ids))),
                MerchantId = merchant,
                Kind = ProcessorKind.Sandbox,
                Mode = Mode.Test,
                SealedSecrets = await host.UseAsync<IProcessorVault, byte[]>(vault => Task.FromResult(vault.Seal(new ProcessorSecrets("sk_sandbox_test", [])))),
                CreatedAt = host.Clock.GetUtcNow(),
            };
            await host.InDatabaseAsync(db =>
            {
                db.Add(account);
                return db.SaveChangesAsync(Ct);
            });
        }

        return await host.ReadAsync(db => db.Accounts.Select(a => a.Id).FirstAsync(Ct));
    }

    /// <param name="Body">Undefined where it was no object.</param>
    internal sealed record Reply(HttpStatusCode Status, JsonElement Body, string? ETag, HttpContentHeaders Headers)
    {
        /// <param name="path">Dotted, with an index for a list.</param>
        public JsonElement At(string path) => path.Split('.').Aggregate(
            Body, (at, step) => int.TryParse(step, out var index) ? at[index] : at.TryGetProperty(step, out var found) ? found : throw new KeyNotFoundException($"{path} in {Body}"));

        public string Text(string path) => At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : At(path).GetRawText();    // a string is never null

        /// <summary>Of an error: the names of the fields at fault.</summary>
        public IEnumerable<string> Fields(string list = "details") => Body.GetProperty(list).EnumerateArray().Select(d => d.GetProperty("field").GetString()!);    // always there

        /// <summary>Why it was refused, in the dialect.</summary>
        public (int Status, string Reason) Refusal => ((int)Status, Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("reason", out var reason) ? reason.GetString()! : "");
    }
}
