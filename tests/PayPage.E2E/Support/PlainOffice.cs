using System.Text.RegularExpressions;

namespace PayPage.E2E.Support;

/// <summary>The demo's administrator, without script: he comes in by the address that the site prints, and gives himself a password.</summary>
internal sealed partial class PlainOffice : IDisposable
{
    public const string Password = "a lily under glass";

    private readonly PlainBrowser _browser = new();
    private readonly Uri _site;
    private string _home = "";

    private PlainOffice(Uri site) => _site = site;

    /// <param name="said">All that the site said so far.</param>
    /// <param name="site">Where it is reached.</param>
    public static async Task<PlainOffice> EnterAsync(Func<IEnumerable<string>> said, Uri site)
    {
        var address = await Eventually.SeeAsync(
            () => Task.FromResult(said().Select(line => OnceAddress().Match(line)).LastOrDefault(match => match.Success)?.Value), "the address that signs in");
        var office = new PlainOffice(site);
        var home = await office._browser.SendAsync(await office._browser.OpenAsync(new Uri(site, new Uri(address).PathAndQuery)), new Dictionary<string, string>());
        office._home = home.Address.AbsolutePath;
        await office.SendAsync(new Uri(site, "merchant/account/password"), new Dictionary<string, string> { ["Password"] = Password });
        return office;
    }

    /// <summary>Has a shop told of everything.</summary>
    public async Task TellAsync(Uri shop) => Assert.Equal(
        200, (await SendAsync(At("settings/webhooks/new"), new Dictionary<string, string> { ["Url"] = $"{shop}", ["Description"] = "Web shop" })).Status);

    /// <summary>Gives back all that is left of a payment.</summary>
    /// <returns>What the office answered; null when nothing of it can be given back.</returns>
    public async Task<PlainPage?> RefundAsync(string invoice, string reference, string? amount = null)
    {
        var page = await _browser.OpenAsync(At($"invoices/{invoice}/payments/{reference}/refund"));
        var typed = new Dictionary<string, string> { ["Input.Proof"] = Password };

        if (amount is not null)
        {
            typed["Input.Amount"] = amount;
        }

        return page.Form("Give the money back") is null ? null : await _browser.SendAsync(page, typed, "Give the money back");
    }

    /// <returns>False when it cannot be canceled any more.</returns>
    public async Task<bool> CancelAsync(string invoice)
    {
        var page = await _browser.OpenAsync(At($"invoices/{invoice}/cancel"));
        return page.Form("Cancel the invoice") is not null && (await _browser.SendAsync(page, new Dictionary<string, string>(), "Cancel the invoice")).Status == 200;
    }

    public void Dispose() => _browser.Dispose();

    private Uri At(string path) => new(_site, $"{_home}/{path}");

    private async Task<PlainPage> SendAsync(Uri page, Dictionary<string, string> typed) => await _browser.SendAsync(await _browser.OpenAsync(page), typed);

    [GeneratedRegex(@"http\S+/merchant/sign-in/once\?key=[A-Za-z0-9_-]+")]
    private static partial Regex OnceAddress();
}
