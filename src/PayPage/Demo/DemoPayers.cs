using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Processors.Sandbox;
using PayPage.UseCases;
using PayPage.UseCases.Payments;

namespace PayPage.Demo;

/// <summary>Pays some of the demo invoices the way payers do: at the sandbox, over HTTP, through the funnel. So the demo's books are real books.</summary>
internal sealed class DemoPayers(
    DemoInvoices invoices, StartPayment start, MakeAttempt attempt, ComeBack comeBack, PayPageDbContext db, IProcessorVault vault,
    ISandboxLocation sandbox, IHttpClientFactory clients)
{
    public async Task PayAsync(Caller caller, CancellationToken ct)
    {
        await PayAsync(caller, DemoInvoices.Paid, 145_00, PaymentMethod.Card, new { card = "4242424242424242" }, ct);
        await PayAsync(caller, DemoInvoices.Partial, 100_00, PaymentMethod.Card, new { card = "4242424242424242" }, ct);
        await PayAsync(caller, DemoInvoices.Pending, 117_00, PaymentMethod.Bank, new { bank = "pending" }, ct);
    }

    private async Task PayAsync(Caller caller, string number, long minor, PaymentMethod method, object act, CancellationToken ct)
    {
        var token = await invoices.TokenAsync(caller, number, ct) ?? "";

        if (await start.HandleAsync(new StartPayment.Wish(token, minor, method, null, null, attempt.Handle()), ct) is not StartPayment.Outcome.GoOn go)
        {
            return;
        }

        await ActAsync(go.Link, act, ct);
        await comeBack.HandleAsync(token, ct);
    }

    private async Task ActAsync(LinkId link, object act, CancellationToken ct)
    {
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.LinkId == link, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == payment.AccountId, ct);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(sandbox.ServerToServer, $"sandbox/api/payments/{payment.ProcessorReference}/simulate"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", vault.Unseal(account.SealedSecrets).ApiKey);
        request.Content = JsonContent.Create(act, act.GetType());
        (await clients.CreateClient(SandboxHttp.ClientName).SendAsync(request, ct)).EnsureSuccessStatusCode();
    }
}
