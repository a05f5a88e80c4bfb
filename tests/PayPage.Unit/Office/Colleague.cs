using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.SignIn;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>A person at work in the back office: a browser with cookies of its own, over real HTTP.</summary>
internal sealed partial class Colleague : IDisposable
{
    public const string Password = "a few quiet words";

    private readonly HttpClient _http;

    private Colleague(Uri site) => _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = site };

    public UserId Id { get; private init; }

    /// <summary>A browser in which nobody is signed in.</summary>
    public static Colleague Stranger(RunningSite site)
    {
        using var start = site.Browser();
        return new Colleague(start.BaseAddress!);
    }

    /// <param name="role">As what he works for the merchant; null: he works for none.</param>
    public static async Task<Colleague> HiredAsync(RunningSite site, MerchantId merchant, Role? role, CancellationToken ct, string? email = null, bool isOperator = false)
    {
        using var start = site.Browser();
        email ??= $"{Guid.NewGuid():N}@northgate.example";
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<NewPeople>();
        var id = await scope.ServiceProvider.GetRequiredService<WriteSeam>().RunAsync(
            async (unit, token) =>
            {
                var user = (await people.AddAsync(unit, $"{role?.ToString() ?? "Nobody"} Test", email, Password, token))!;
                user.IsOperator = isOperator;

                if (role is { } own)
                {
                    unit.Db.Memberships.Add(new Membership { MerchantId = merchant, UserId = new UserId(user.Id), Role = own, CreatedAt = DateTimeOffset.UtcNow });
                }

                return new UserId(user.Id);
            },
            ct);
        var colleague = new Colleague(start.BaseAddress!) { Id = id };
        Assert.Equal(HttpStatusCode.SeeOther, (await colleague.SignInAsync(email, Password, ct)).StatusCode);
        return colleague;
    }

    public async Task<HttpResponseMessage> SignInAsync(string email, string password, CancellationToken ct) =>
        await PostAsync("/merchant/sign-in", "/merchant/sign-in", ct, ("Email", email), ("Password", password));

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken ct) => SendAsync("GET", path, null, ct);

    public async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        var answer = await GetAsync(path, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
        return text;
    }

    /// <summary>As a browser does: reads the page with the form, then sends it with its token.</summary>
    /// <param name="from">The page that holds the form; null: whatever page of the back office.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, string? from, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        var page = await (await GetAsync(from ?? "/merchant?choose=1", ct)).Content.ReadAsStringAsync(ct);
        return await SendAsync("POST", path, [.. fields, ("__RequestVerificationToken", Token().Match(page).Groups[1].Value)], ct);
    }

    public Task<HttpResponseMessage> SendAsync(string method, string path, IEnumerable<(string Name, string Value)>? fields, CancellationToken ct)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Content = fields is null ? null : new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return _http.SendAsync(request, ct);
    }

    /// <summary>Just so, with headers of its own.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => _http.SendAsync(request, ct);

    /// <param name="body">As it is, a file among it.</param>
    public Task<HttpResponseMessage> UploadAsync(string path, HttpContent body, CancellationToken ct) => _http.PostAsync(new Uri(path, UriKind.Relative), body, ct);

    public void Dispose() => _http.Dispose();

    /// <summary>The token of any form on the page.</summary>
    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex Token();
}
