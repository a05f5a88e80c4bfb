using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Demo;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;

namespace PayPage.Unit.Pages.Office;

/// <summary>A running site with the demo in it, and a browser in which the demo's administrator is signed in.</summary>
public sealed partial class SignedInSite : IAsyncLifetime
{
    internal RunningSite Site { get; } = new();

    internal HttpClient Browser { get; private set; } = null!;    // set before any test runs, as the merchant

    internal MerchantId Merchant { get; private set; }

    /// <summary>The merchant's address: <c>/merchant/mer_…</c>.</summary>
    internal string Home => $"/merchant/{Merchant}";

    public async ValueTask InitializeAsync()
    {
        Browser = await Site.ReadyBrowserAsync(CancellationToken.None);
        await using var scope = Site.Services.CreateAsyncScope();
        Merchant = await scope.ServiceProvider.GetRequiredService<PayPage.Data.PayPageDbContext>().Merchants.Select(m => m.Id).SingleAsync();

        // The demo makes its own key a moment later: then this one is worth nothing.
        for (var i = 0; i < 10 && !await TryToSignInAsync(scope.ServiceProvider.GetRequiredService<DemoAdmin>()); i++)
        {
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Posts what a form on a page would, with its token.</summary>
    internal async Task<HttpResponseMessage> PostAsync(string page, string action, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = Token().Match(await Browser.GetStringAsync(new Uri(page, UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        return await Browser.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    private async Task<bool> TryToSignInAsync(DemoAdmin admin)
    {
        if (await admin.ReadyAsync(CancellationToken.None) is not { } key)
        {
            return false;
        }

        var answer = await PostAsync($"/merchant/sign-in/once?key={key}", "/merchant/sign-in/once", new KeyValuePair<string, string>("Key", key));
        return answer.StatusCode == HttpStatusCode.SeeOther;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
