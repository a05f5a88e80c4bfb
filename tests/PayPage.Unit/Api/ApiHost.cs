using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PayPage.Api;
using PayPage.Data;
using PayPage.Delivery;
using PayPage.Documents;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Files;
using PayPage.Security;
using PayPage.Unit.Api.Description;
using PayPage.Unit.Support;
using PayPage.UseCases;

namespace PayPage.Unit.Api;

/// <summary>Only the API, on a real port and a real database, with stubs where the world begins. Two merchants have keys.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Key = "key-of-the-first";
    public const string OthersKey = "key-of-the-second";
    public const string RevokedKey = "key-that-was-revoked";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paypage-");
    private readonly WebApplication _site;

    private ApiHost((string Name, string Value)[] settings)
    {
        World = new StubWorld(Clock);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection([new("PayPage:DataDirectory", _folder.FullName), .. settings.Select(s => new KeyValuePair<string, string?>(s.Name, s.Value))]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IEmailSender>(World).AddSingleton<IMailComposer>(World).AddSingleton<ISiteAddresses>(World);
        builder.Services.AddSingleton<IPaymentProcessors>(World).AddSingleton<ISmsSender>(World).AddSingleton<PayPage.Domain.Team.IAccounts, NoAccounts>();
        builder.Services.AddDelivery(_folder.FullName);    // what the test has put in already stays
        builder.Services.AddData(builder.Configuration).AddSecurity(builder.Configuration).AddUseCases().AddDocuments().AddFiles().AddApi();

        _site = builder.Build();
        _site.UseApi();
        _site.MapApi();
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    public StubWorld World { get; }

    public KeptLog Log { get; } = new();

    public Uri Address => new(_site.Urls.Single());

    public static async Task<ApiHost> StartAsync(CancellationToken ct, params (string Name, string Value)[] settings)
    {
        var host = new ApiHost(settings);
        await host.InDatabaseAsync(db => db.Database.EnsureCreatedAsync(ct));
        await host.InDatabaseAsync(db => host.SeedAsync(db, ct));
        await host._site.StartAsync(ct);
        return host;
    }

    public HttpClient Client(string? key = Key)
    {
        var client = new HttpClient(new HeldToItsWord()) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public T Get<T>()
        where T : notnull => _site.Services.GetRequiredService<T>();

    /// <summary>One more key of the merchant who has <see cref="Key"/>.</summary>
    public async Task<ApiKey> AddKeyAsync(string text, CancellationToken ct, ApiScopes scopes = ApiScopes.All, Mode mode = Mode.Test)
    {
        var key = new ApiKey
        {
            Id = ApiKeyId.New(Get<IdSource>()),
            MerchantId = await MerchantAsync(ct),
            Mode = mode,
            Name = "Shop",
            Hash = Secret.Hash(text),
            Scopes = scopes,
            CreatedAt = Clock.GetUtcNow(),
        };
        await InDatabaseAsync(db => { db.ApiKeys.Add(key); return db.SaveChangesAsync(ct); });
        return key;
    }

    /// <summary>A key of his that signs.</summary>
    public async Task<ApiKey> AddSignerAsync(Guid id, byte[] secret, string signer, CancellationToken ct)
    {
        var key = new ApiKey
        {
            Id = new ApiKeyId(id),
            MerchantId = await MerchantAsync(ct),
            Mode = Mode.Test,
            Name = "Shop",
            Kind = ApiKeyKind.SharedSecret,
            Hash = Secret.Hash(Convert.ToBase64String(secret)),
            SealedSecret = Get<IApiSecretVault>().Seal(secret),
            Signer = signer,
            CreatedAt = Clock.GetUtcNow(),
        };
        await InDatabaseAsync(db => { db.ApiKeys.Add(key); return db.SaveChangesAsync(ct); });
        return key;
    }

    private async Task<MerchantId> MerchantAsync(CancellationToken ct)
    {
        var hash = Secret.Hash(Key);
        await using var scope = _site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PayPageDbContext>().ApiKeys.Where(k => k.Hash == hash).Select(k => k.MerchantId).SingleAsync(ct);
    }

    public async Task InDatabaseAsync(Func<PayPageDbContext, Task> work)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<PayPageDbContext>());
    }

    /// <summary>Runs one use case in a scope of its own, as one request would.</summary>
    public async Task<T> UseAsync<TUseCase, T>(Func<TUseCase, Task<T>> use)
        where TUseCase : notnull
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task SeedAsync(PayPageDbContext db, CancellationToken ct)
    {
        var ids = _site.Services.GetRequiredService<IdSource>();
        var first = AddMerchant("America/Los_Angeles");
        var second = AddMerchant("Pacific/Auckland");
        AddKey(first, Key);
        AddKey(second, OthersKey);
        AddKey(first, RevokedKey).Revoke(Clock.GetUtcNow());
        await db.SaveChangesAsync(ct);

        MerchantId AddMerchant(string zone)
        {
            var merchant = new Merchant
            {
                Id = MerchantId.New(ids),
                Name = "Acme",
                Email = "acme@example.com",
                TimeZone = zone,
                CreatedAt = Clock.GetUtcNow(),
            };
            db.Merchants.Add(merchant);
            return merchant.Id;
        }

        ApiKey AddKey(MerchantId merchant, string key)
        {
            var added = new ApiKey
            {
                Id = ApiKeyId.New(ids),
                MerchantId = merchant,
                Mode = Mode.Test,
                Name = "Shop",
                Hash = Secret.Hash(key),
                CreatedAt = Clock.GetUtcNow(),
            };
            db.ApiKeys.Add(added);
            return added;
        }
    }

    /// <summary>Mails that go nowhere, and addresses that nobody visits.</summary>
    internal sealed class StubWorld(ManualClock clock) : IEmailSender, ISmsSender, IMailComposer, ISiteAddresses, IPaymentProcessors
    {
        public DeliveryOutcome Outcome { get; set; } = new DeliveryOutcome.Accepted();

        /// <summary>Of text messages.</summary>
        public DeliveryOutcome TextOutcome { get; set; } = new DeliveryOutcome.Accepted();

        /// <summary>Null: nobody can pay.</summary>
        public ScriptedProcessor? Processor { get; set; }

        public bool IsBroken { get; set; }

        public List<EmailMessage> Sent { get; } = [];

        public string Host => "pay.example.com";

        public string Origin => "https://pay.example.com";

        public Task<DeliveryOutcome> SendAsync(EmailMessage mail, MayLeave mayLeave, CancellationToken ct)
        {
            Sent.Add(mail);
            clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(Outcome);
        }

        public Task<DeliveryOutcome> SendAsync(SmsMessage message, MayLeave mayLeave, CancellationToken ct) => Task.FromResult(TextOutcome);

        public EmailMessage Compose(Mail mail, string to, string messageId, DateTimeOffset date, IReadOnlyList<MailFile> files) =>
            new(messageId, mail.Merchant.Name, mail.Merchant.Email, to, "Invoice", "Text", "<p>Text", "en", date);

        public Uri PayPage(string token) => IsBroken
            ? throw new InvalidOperationException($"secret {token}")
            : new Uri($"https://pay.example.com/p/{token}");

        public Uri ShortLink(string code) => new($"https://pay.example.com/s/{code}");

        public Uri VerifyReceipt(string code) => new($"https://pay.example.com/verify/{code}");

        public Uri Return(string token) => new("https://pay.example.com/return");

        public Uri Hook(ProcessorAccount account) => new("https://pay.example.com/hook");

        public IPaymentProcessor Of(ProcessorKind kind) => Processor ?? throw new NotSupportedException();
    }
}
