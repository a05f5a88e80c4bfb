using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Disputes;
using PayPage.Domain.Events;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;
using PayPage.Domain.Reports;
using PayPage.Domain.Team;
using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Batches;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Events;

namespace PayPage.Unit.Office;

/// <summary>What addresses of the demo merchant's back office name: real things of his, for those who may not have them.</summary>
internal static class OfficeThings
{
    /// <param name="member">Somebody of the team.</param>
    public static async Task<Dictionary<string, string>> OfAsync(RunningSite site, UserId member, CancellationToken ct)
    {
        await using var db = site.OpenDatabase();
        var merchant = await db.Merchants.Where(m => m.Name == "Northgate Flowers").Select(m => m.Id).SingleAsync(ct);
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.MerchantId == merchant && i.Number == "DEMO-SENT", ct);
        var link = await db.Links.AsNoTracking().FirstAsync(l => l.InvoiceId == invoice.Id, ct);
        var message = await db.Outbox.AsNoTracking().FirstAsync(m => m.InvoiceId == invoice.Id, ct);
        var invited = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.MerchantId == merchant, ct);
        var (endpoint, delivery) = await EndpointAsync(site, merchant, ct);
        var invitation = invited?.Id ?? await InviteAsync(db, merchant, member, ct);

        var kept = await db.SavedReports.AsNoTracking().FirstOrDefaultAsync(r => r.MerchantId == merchant, ct);
        var batch = await BatchAsync(site, merchant, ct);
        var report = kept?.Id ?? await KeepAsync(db, merchant, ct);

        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["merchant"] = $"{merchant}",
            ["number"] = invoice.Number,
            ["customer"] = $"{invoice.CustomerId}",
            ["link"] = $"{link.Id}",
            ["message"] = $"{message.Id}",
            ["user"] = $"{member}",
            ["person"] = $"{member}",
            ["session"] = $"{SessionId.New(new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes))}",
            ["invitation"] = $"{invitation}",
            ["dispute"] = $"{await DisputeAsync(site, merchant, ct)}",
            ["difference"] = $"{await DifferenceAsync(site, merchant, ct)}",
            ["batch"] = $"{batch}",
            ["line"] = "2",
            ["account"] = $"{await db.Accounts.Where(a => a.MerchantId == merchant).Select(a => a.Id).FirstAsync(ct)}",
            ["endpoint"] = $"{endpoint}",
            ["key"] = $"{await KeyAsync(db, merchant, ct)}",
            ["delivery"] = $"{delivery}",
            ["token"] = "none",
            ["what"] = "page",
            ["kind"] = "page",
            ["of"] = "invoices",
            ["report"] = $"{report}",
            ["format"] = "svg",
            ["status"] = "404",
            ["reference"] = "0000000000",
            ["refund"] = $"{PayPage.Domain.Payments.RefundId.New(new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes))}",
        };
    }

    /// <summary>Another merchant, with a customer and an invoice of the same number as one of the demo's.</summary>
    public static async Task<MerchantId> OtherMerchantAsync(RunningSite site, CancellationToken ct)
    {
        await using var db = site.OpenDatabase();
        var ids = new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes);
        var merchant = new Merchant { Id = MerchantId.New(ids), Name = "Other Flowers", Email = "other@example.com", TimeZone = "UTC", CreatedAt = DateTimeOffset.UtcNow };
        db.Merchants.Add(merchant);
        await db.SaveChangesAsync(ct);
        return merchant.Id;
    }

    /// <summary>An endpoint of the demo merchant's that nobody reaches, told of one event. Made anew each time: tests press its buttons, and one removes it.</summary>
    private static async Task<(WebhookEndpointId Endpoint, WebhookDeliveryId Delivery)> EndpointAsync(RunningSite site, MerchantId merchant, CancellationToken ct)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var ids = services.GetRequiredService<IdSource>();
        var endpoint = new WebhookEndpoint
        {
            Id = WebhookEndpointId.New(ids),
            MerchantId = merchant,
            Mode = Mode.Test,
            Url = new Uri("http://127.0.0.1:9/"),
            SealedSecrets = services.GetRequiredService<IWebhookVault>().Seal(new WebhookSecrets(WebhookSecrets.New(services.GetRequiredService<RandomBytes>()))),
            CreatedAt = DateTimeOffset.UtcNow,
        };
        endpoint.Choose([EventType.BatchProcessed]);
        endpoint.Pause();
        var write = services.GetRequiredService<WriteSeam>();
        await write.RunAsync((unit, _) => { unit.Db.Endpoints.Add(endpoint); return Task.CompletedTask; }, ct);
        await write.RunAsync(
            (unit, _) =>
            {
                services.GetRequiredService<Announce>().OfTest(unit, endpoint);
                return Task.CompletedTask;
            },
            ct);
        await using var db = site.OpenDatabase();
        return (endpoint.Id, await db.Deliveries.Where(d => d.EndpointId == endpoint.Id).Select(d => d.Id).SingleAsync(ct));
    }

    /// <summary>Somebody disputes one of the demo merchant's payments.</summary>
    public static async Task<DisputeId> DisputeAsync(RunningSite site, MerchantId merchant, CancellationToken ct)
    {
        await using var db = site.OpenDatabase();

        if (await db.Disputes.AsNoTracking().FirstOrDefaultAsync(d => d.MerchantId == merchant, ct) is { } known)
        {
            return known.Id;
        }

        var payment = await db.Payments.AsNoTracking().FirstAsync(p => p.MerchantId == merchant && p.MoneyReference != null && p.AccountId != null, ct);
        var now = DateTimeOffset.UtcNow;
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RecordDispute>().HandleAsync(
            new DisputeNews("sbd_demo", payment.MoneyReference!, DisputeState.NeedsAnswer, payment.Amount, "product_not_received", now.AddDays(10)) { At = now },    // not null: asked for above
            payment.AccountId!.Value, null, ct);

        return await db.Disputes.Where(d => d.PaymentId == payment.Id).Select(d => d.Id).SingleAsync(ct);
    }

    /// <summary>Money at the processor that nobody knows, as far as the row says. Made anew each time: tests press its buttons.</summary>
    public static async Task<DifferenceId> DifferenceAsync(RunningSite site, MerchantId merchant, CancellationToken ct)
    {
        await using var db = site.OpenDatabase();
        var ids = new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes);
        var account = await db.Accounts.AsNoTracking().FirstAsync(a => a.MerchantId == merchant, ct);
        var id = DifferenceId.New(ids);
        db.Differences.Add(Difference.Begin(
            id, account, new FoundDifference(DifferenceKind.UnknownPayment, $"sbp_{id}", new Money(12_50, Currency.Usd), DateTimeOffset.UtcNow.AddHours(-2)), DateTimeOffset.UtcNow));
        await db.SaveChangesAsync(ct);
        return id;
    }

    /// <summary>A file of the demo merchant's that came in and is worked on by the site itself. Made anew each time: tests press its buttons.</summary>
    private static async Task<BatchId> BatchAsync(RunningSite site, MerchantId merchant, CancellationToken ct)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var text = BatchRoom.Header + $"T-{Guid.NewGuid():N}"[..20] + ",Tanya,t@example.com,5.00,EUR,2027-01-31,Roses\n";
        var receipt = await scope.ServiceProvider.GetRequiredService<TakeBatch>().HandleAsync(
            new BatchUpload(null, "roses.csv", BatchDoor.Office, null, new FileFormat()),
            new[] { (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(text) }.ToAsyncEnumerable(),
            new Caller(merchant, Mode.Test, "test"),
            ct);
        var taken = Assert.IsType<BatchReceipt.Taken>(receipt);

        await using var db = site.OpenDatabase();
        var work = scope.ServiceProvider.GetRequiredService<WorkOnBatch>();

        while (!await db.BatchRows.AnyAsync(r => r.BatchId == taken.Id && r.State == BatchRowState.Good, ct))
        {
            // Whether the site's own workers run or not.
            await work.ReadNextAsync(ct);
            await work.GoOnAsync(ct);
        }

        return taken.Id;
    }

    /// <summary>A key of the demo merchant's beside the demo's own. Made anew each time: tests press its buttons.</summary>
    private static async Task<ApiKeyId> KeyAsync(PayPageDbContext db, MerchantId merchant, CancellationToken ct)
    {
        var ids = new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes);
        var id = ApiKeyId.New(ids);
        db.ApiKeys.Add(new ApiKey { Id = id, MerchantId = merchant, Mode = Mode.Test, Name = "Shop", Hash = Secret.Hash($"{id}"), CreatedAt = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync(ct);
        return id;
    }

    private static async Task<SavedReportId> KeepAsync(PayPageDbContext db, MerchantId merchant, CancellationToken ct)
    {
        var report = new SavedReport
        {
            Id = SavedReportId.New(new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes)),
            MerchantId = merchant,
            Mode = Mode.Test,
            Kind = ReportKind.Invoices,
            Name = "What is open",
            Query = "status=sent",
            SavedBy = "test",
            CreatedAt = DateTimeOffset.UtcNow,
        };
        db.SavedReports.Add(report);
        await db.SaveChangesAsync(ct);
        return report.Id;
    }

    private static async Task<InvitationId> InviteAsync(PayPageDbContext db, MerchantId merchant, UserId by, CancellationToken ct)
    {
        var invitation = new Invitation
        {
            Id = InvitationId.New(new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes)),
            MerchantId = merchant,
            Email = "invited@example.com",
            Role = Role.Sales,
            InvitedBy = by,
            CreatedAt = DateTimeOffset.UtcNow,
            ExpiresAt = DateTimeOffset.UtcNow.AddDays(1),
        };
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(ct);
        return invitation.Id;
    }
}
