using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PayPage.Data;
using PayPage.Delivery;
using PayPage.Delivery.Email;
using PayPage.Delivery.Sms;
using PayPage.Documents;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Files;
using PayPage.Security;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Support;

/// <summary>The site's own registrations on a real database, with a clock that stands still and a processor that a test scripts.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _isGuest;

    private World(TestDatabase database, Action<IServiceCollection>? with, int seed = 1, SmsLimits? texts = null)
    {
        _isGuest = seed != 1;
        Database = database;
        var services = new ServiceCollection();
        with?.Invoke(services);
        services.TryAddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);    // one for all: EF builds its whole model anew for each that it meets
        _services = services
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(database.Settings)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Chance(seed).Bytes)
            .AddSingleton<IPaymentProcessors>(Processor)
            .AddSingleton<IEmailSender>(Mail)
            .AddSingleton<IMailComposer, MailComposer>()
            .AddSingleton<IColleagueMailComposer, ColleagueMailComposer>()
            .AddSingleton<PayPage.Domain.Team.IAccounts, NoAccounts>()
            .AddSingleton<ISmsSender>(Texts)
            .AddSingleton<ITextComposer, TextComposer>()
            .AddSingleton(texts ?? new SmsLimits(["+31", "+44"], PerNumberPerDay: 3, PerMerchantPerDay: 5))
            .AddSingleton<ISiteAddresses, FixedAddresses>()
            .AddSingleton<IAccountReader, PayPage.Processors.Stripe.StripeAccountReader>()
            .AddSingleton<INewAccounts, PayPage.Hosting.SandboxAccounts>()
            .AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(
                new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Development" })    // endpoints of tests are on this machine
            .AddWebhooks()
            .AddData(database.Settings)
            .AddSecurity(database.Settings)
            .AddUseCases()
            .AddDocuments()
            .AddFiles()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public TestDatabase Database { get; }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    public ScriptedProcessor Processor { get; } = new();

    public KeptMail Mail { get; } = new();

    public KeptTexts Texts { get; } = new();

    public Caller Caller { get; private set; } = null!;    // set by CreateAsync

    public ProcessorAccountId Account { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="with">What goes before the site's own registrations.</param>
    public static async Task<World> CreateAsync(
        string kind = "Sqlite", StrayMoneyPolicy policy = StrayMoneyPolicy.Keep, Action<IServiceCollection>? with = null, SmsLimits? texts = null)
    {
        var world = new World(await TestDatabase.CreateAsync(kind, Ct), with, texts: texts);
        (world.Caller, world.Account) = await world.MerchantAsync(policy);
        return world;
    }

    /// <summary>Another node on the same database: it shares nothing else, and ends before this one.</summary>
    public World AnotherNode() => new(Database, null, seed: 2) { Caller = Caller, Account = Account };

    /// <summary>Runs one use case in a scope of its own, as one request would.</summary>
    public async Task<T> UseAsync<TUseCase, T>(Func<TUseCase, Task<T>> use)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<T> ReadAsync<T>(Func<PayPageDbContext, Task<T>> read)
    {
        await using var db = Database.Open();
        return await read(db);
    }

    public async Task<(Caller Caller, ProcessorAccountId Account)> MerchantAsync(StrayMoneyPolicy policy = StrayMoneyPolicy.Keep)
    {
        var ids = Get<IdSource>();
        var merchant = new Merchant
        {
            Id = MerchantId.New(ids),
            Name = "Northgate Flowers",
            Email = "accounts@northgate.example",
            TimeZone = "Europe/Amsterdam",
            CreatedAt = Clock.GetUtcNow(),
            StrayMoney = StrayPolicies.All(policy),
        };
        var account = new ProcessorAccount
        {
            Id = ProcessorAccountId.New(ids),
            MerchantId = merchant.Id,
            Kind = ProcessorKind.Sandbox,
            Mode = Mode.Test,
            SealedSecrets = Get<IProcessorVault>().Seal(new ProcessorSecrets("sk_sandbox_test", [])),
            CreatedAt = Clock.GetUtcNow(),
        };

        await Get<WriteSeam>().RunAsync((unit, _) => { unit.Db.AddRange(merchant, account); return Task.CompletedTask; }, Ct);
        return (new Caller(merchant.Id, Mode.Test, "test"), account.Id);
    }

    /// <summary>An invoice that may be paid, made by the use case itself.</summary>
    public async Task<InvoiceId> InvoiceAsync(
        long total, bool parts = true, long? minimum = null, string? email = "tanya@example.com", string? number = null,
        bool mail = false, bool publish = true, DateOnly? expires = null, DateOnly? due = null, Caller? caller = null,
        string? phone = null, DeliveryMode? delivery = null)
    {
        var outcome = await UseAsync<CreateInvoice, CreateInvoice.Outcome>(create => create.HandleAsync(
            new NewInvoice
            {
                Number = number,
                BillTo = new BillTo { Name = "Tanya Lee", Email = email, Phone = phone },
                Currency = Currency.Usd,
                Amounts = new InvoiceAmounts { Lines = total },
                Lines = [],
                Description = "Flowers",
                AllowsParts = parts,
                MinimumPart = minimum,
                DueDate = due ?? new DateOnly(2026, 12, 1),
                ExpirationDate = expires,
                Delivery = delivery ?? (mail ? DeliveryMode.Email : DeliveryMode.None),
                Publish = publish,
            },
            caller ?? Caller,
            Ct));

        return Assert.IsType<CreateInvoice.Outcome.Created>(outcome).Id;
    }

    public Task<Invoice> InvoiceAsync(InvoiceId id) => ReadAsync(db => db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id, Ct));

    public Task<PaymentLink> LinkAsync(LinkId id) => ReadAsync(db => db.Links.AsNoTracking().SingleAsync(l => l.Id == id, Ct));

    public Task<Payment> PaymentAsync(PaymentId id) => ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, Ct));

    /// <returns>The newest link of an invoice, and its token.</returns>
    public async Task<(LinkId Id, string Token)> LinkOfAsync(InvoiceId invoice)
    {
        var link = await ReadAsync(db => db.Links.AsNoTracking().Where(l => l.InvoiceId == invoice).OrderByDescending(l => l.CreatedAt).FirstAsync(Ct));
        return (link.Id, TokenOf(link));
    }

    /// <returns>A link for another payer than the customer, and its token.</returns>
    public async Task<(LinkId Id, string Token)> AnotherLinkAsync(InvoiceId invoice, string name = "Tim Rest", string? email = null, bool mail = false)
    {
        var payer = new OtherPayer(LinkId.New(Get<IdSource>()), name, email);
        var number = (await InvoiceAsync(invoice)).Number;
        Assert.Equal(IssueLink.Outcome.Issued, await UseAsync<IssueLink, IssueLink.Outcome>(issue => issue.HandleAsync(number, payer, mail, Caller, Ct)));
        return (payer.Link, TokenOf(await LinkAsync(payer.Link)));
    }

    public string TokenOf(PaymentLink link) => Get<ILinkTokens>().Unseal(link.SealedAddress)?.Token ?? throw new InvariantException("No address.");

    public Task<StartPayment.Outcome> StartAsync(string token, long amount, string? receiptEmail = null, string? attempt = null) =>
        UseAsync<StartPayment, StartPayment.Outcome>(start =>
            start.HandleAsync(new StartPayment.Wish(token, amount, PaymentMethod.Card, null, receiptEmail, attempt ?? $"attempt-{Guid.NewGuid():N}"[..22]), Ct));

    /// <summary>A payment that stands open at the processor.</summary>
    public async Task<Payment> OpenPaymentAsync(InvoiceId invoice, long amount)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));    // what came later has a later time, as in life
        var (link, token) = await LinkOfAsync(invoice);
        Assert.IsType<StartPayment.Outcome.GoOn>(await StartAsync(token, amount));
        return await ReadAsync(db => db.Payments.AsNoTracking().OrderByDescending(p => p.PreparedAt).FirstAsync(p => p.LinkId == link, Ct));
    }

    public Task<PayPage.Domain.Inbox.InboxVerdict> RecordAsync(Payment payment, ProcessorState state, string? eventId = null, long? amount = null) =>
        UseAsync<RecordOutcome, PayPage.Domain.Inbox.InboxVerdict>(record => record.HandleAsync(
            ScriptedProcessor.News(payment.Id, state, new Money(amount ?? payment.Amount.Minor, payment.Amount.Currency)),
            payment.AccountId ?? Account,
            eventId is null ? null : new ReceivedEvent(eventId, "payment.test", "{}"),
            Ct));

    /// <summary>Sends everything that is due.</summary>
    public async Task DrainAsync()
    {
        while (await SendOfEachLaneAsync())
        {
        }
    }

    private async Task<bool> SendOfEachLaneAsync()
    {
        var any = false;

        foreach (var lane in Enum.GetValues<OutboxLane>())
        {
            any |= await UseAsync<DeliverMessage, bool>(deliver => deliver.NextAsync(lane, Ct));
        }

        return any;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();

        if (!_isGuest)
        {
            await Database.DisposeAsync();
        }
    }
}
