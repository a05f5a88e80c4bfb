using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Team;
using PayPage.SignIn;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.Site;

/// <summary>A site with one merchant, one invoice, and a person signed in to look at previews. No demo: nothing happens here but what a test does.</summary>
internal sealed partial class PreviewOffice : IAsyncDisposable
{
    private readonly RunningSite _site = new(("Demo:Enabled", "false"));

    private PreviewOffice()
    {
    }

    public const string Email = "noor@northgate.example";

    public const string Number = "INV-7";

    /// <summary>Signed in.</summary>
    public HttpClient Browser { get; private set; } = null!;    // set by OpenAsync

    /// <summary>Of somebody without an account.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    public Caller Caller { get; private set; } = null!;

    public string Root => $"/merchant/{Caller.MerchantId}";

    /// <summary>From now on payers give their details in Stripe's form on the pay page.</summary>
    public Task PayOnThePageAsync() => _site.OpenStripeAsync(null, PayPage.Domain.Processors.CheckoutStyle.OnPage, Ct);

    public string MailFolder => _site.MailFolder;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<PreviewOffice> OpenAsync()
    {
        var office = new PreviewOffice();
        office.Stranger = office._site.Browser();
        office.Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = office.Stranger.BaseAddress,
        };

        await office.UseAsync<FirstPerson, bool>(first => first.MakeAsync("Noor", Email, password: null, new NewMerchant("Northgate Flowers", "accounts@northgate.example", "Europe/Amsterdam", Currency.Usd), Ct));
        office.Caller = new Caller(await office.ReadAsync(db => db.Merchants.Select(m => m.Id).SingleAsync(Ct)), Mode.Test, "test");
        await office.UseAsync<CreateInvoice, CreateInvoice.Outcome>(create => create.HandleAsync(Invoice(Number), office.Caller, Ct));
        var person = await office.ReadAsync(db => db.Users.Select(u => u.Id).SingleAsync(Ct));
        var key = await office.UseAsync<OneTimeDoor, string>(door => door.MakeKeyAsync(new UserId(person), Ct));
        Assert.Equal(HttpStatusCode.SeeOther, (await office.PostAsync("/merchant/sign-in/once", ("Key", key))).StatusCode);
        return office;
    }

    public static NewInvoice Invoice(string number, Currency? currency = null) => new()
    {
        Number = number,
        BillTo = new BillTo { Name = "Tanya Lee", Email = "tanya@example.com", Phone = "+31612345678" },
        Currency = currency ?? Currency.Usd,
        Amounts = new InvoiceAmounts { Lines = 100_00 },
        Lines = [new InvoiceLine { Position = 1, Name = "Roses <b>", Quantity = 1, UnitPriceMicros = 100_000_000, Total = 100_00 }],
        AllowsParts = true,
        DueDate = new DateOnly(2030, 1, 1),
        Delivery = DeliveryMode.None,
        Publish = true,
    };

    public async Task<T> UseAsync<TUseCase, T>(Func<TUseCase, Task<T>> use)
        where TUseCase : notnull
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async Task<T> ReadAsync<T>(Func<PayPageDbContext, Task<T>> read)
    {
        await using var db = _site.OpenDatabase();
        return await read(db);
    }

    /// <returns>The address of the invoice's own page, as its payer has it.</returns>
    public async Task<string> PayPathAsync()
    {
        var stored = await ReadAsync(db => db.Links.OrderBy(l => l.CreatedAt).Select(l => l.SealedAddress).FirstAsync(Ct));
        return $"/p/{await UseAsync<ILinkTokens, string>(tokens => Task.FromResult(tokens.Unseal(stored)!.Token))}";    // sealed by this site
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Browser.GetAsync(new Uri(path, UriKind.Relative), Ct);

    /// <returns>Of an answer that must be 200.</returns>
    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>As a form of the office's own page would: with its token against forged requests.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = await Browser.GetStringAsync(new Uri(path == "/merchant/sign-in/once" ? "/merchant/sign-in" : "/merchant/sign-out", UriKind.Relative), Ct);
        using var content = new FormUrlEncodedContent(
            [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", Token().Match(form).Groups[1].Value)]);
        return await Browser.PostAsync(new Uri(path, UriKind.Relative), content, Ct);
    }

    public static async Task<string> HtmlAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

    public static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public ValueTask DisposeAsync()
    {
        Browser.Dispose();
        Stranger.Dispose();
        return _site.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
