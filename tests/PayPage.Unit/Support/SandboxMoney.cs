using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;

namespace PayPage.Unit.Support;

/// <summary>What happens at a running site's sandbox past the site.</summary>
internal static class SandboxMoney
{
    /// <summary>Somebody takes money there with the merchant's own key, and the site hears nothing of it.</summary>
    /// <returns>The sandbox's id of the payment.</returns>
    public static async Task<string> TakeAsync(this RunningSite site, MerchantId merchant, string reference, long amount, CancellationToken ct)
    {
        using var sandbox = await ClientAsync(site, merchant, ct);
        var order = new
        {
            client_reference = reference,
            amount,
            currency = "USD",
            exponent = 2,
            method = "card",
            return_url = "http://127.0.0.1:9/",
            webhook_url = "http://127.0.0.1:9/",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/api/payments") { Content = JsonContent.Create(order) };
        request.Headers.Add("Idempotency-Key", reference);
        using var opened = await sandbox.SendAsync(request, ct);
        opened.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await opened.Content.ReadAsStreamAsync(ct));
        var id = json.RootElement.GetProperty("id").GetString()!;
        using var paid = await sandbox.PostAsJsonAsync($"/sandbox/api/payments/{id}/simulate", new { card = "4242424242424242" }, ct);
        paid.EnsureSuccessStatusCode();
        return id;
    }

    /// <summary>Whatever has moved so far moved an hour earlier, on both sides: what happened a moment ago is not compared.</summary>
    public static async Task AgeAsync(this RunningSite site, CancellationToken ct)
    {
        await SandboxAsync(site, "UPDATE payments SET succeeded_at = succeeded_at - 3600000; UPDATE refunds SET created_at = created_at - 3600000", ct);
        await using var db = site.OpenDatabase();

        foreach (var payment in await db.Payments.Where(p => p.SettledAt != null).ToListAsync(ct))
        {
            db.Entry(payment).Property(p => p.SettledAt).CurrentValue = payment.SettledAt!.Value.AddHours(-1);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Changes what the sandbox has, past it.</summary>
    public static async Task SandboxAsync(this RunningSite site, string sql, CancellationToken ct)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(Path.GetDirectoryName(site.MailFolder)!, "sandbox.db")};Default Timeout=20");
        await file.OpenAsync(ct);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync(ct));
    }

    private static async Task<HttpClient> ClientAsync(RunningSite site, MerchantId merchant, CancellationToken ct)
    {
        await using var db = site.OpenDatabase();
        var account = await db.Accounts.AsNoTracking().FirstAsync(a => a.MerchantId == merchant && a.Kind == ProcessorKind.Sandbox, ct);
        var client = site.Browser();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Services.GetRequiredService<IProcessorVault>().Unseal(account.SealedSecrets).ApiKey);
        return client;
    }
}
