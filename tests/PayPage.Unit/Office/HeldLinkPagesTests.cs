using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>A card that is declined again and again, from the sandbox's page to the merchant's button, over HTTP.</summary>
public sealed partial class HeldLinkPagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private const string NoMoney = "4000 0000 0000 9995";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Home => $"/merchant/{office.Merchant}";

    [Fact]
    public async Task Five_declines_at_the_sandbox_rest_the_link_ten_bar_it_and_the_merchant_lifts_it()
    {
        using var payer = office.Site.Browser();
        var path = await RunningSite.PayPathAsync(payer, Ct);

        for (var i = 0; i < 5; i++)
        {
            var back = await TryAsync(payer, path);
            Assert.Contains(i < 4 ? "was declined" : "Payments through this link are paused", back, StringComparison.Ordinal);
            Assert.DoesNotContain("insufficient", back, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("You can pay here again from", await payer.GetStringAsync(new Uri(path, UriKind.Relative), Ct), StringComparison.Ordinal);
        var (number, link) = await RestIsOverAsync();

        for (var i = 0; i < 5; i++)
        {
            await TryAsync(payer, path);
        }

        Assert.Contains("can open it again or send you a new link", await payer.GetStringAsync(new Uri(path, UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Contains($"/links/{link}/lift", await office.Admin.ReadAsync(Home, Ct), StringComparison.Ordinal);
        var page = await office.Admin.ReadAsync($"{Home}/invoices/{number}", Ct);
        Assert.Contains("Takes no payments", page, StringComparison.Ordinal);
        Assert.Contains("was declined: insufficient funds", page, StringComparison.Ordinal);
        Assert.Contains("it takes no more payments until you say so", page, StringComparison.Ordinal);

        var lift = $"{Home}/invoices/{number}/links/{link}/lift";
        Assert.Contains("10 tries to pay through it were declined", await office.Admin.ReadAsync(lift, Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync(lift, lift, Ct)).StatusCode);

        Assert.Contains("Nothing holds this link", await office.Admin.ReadAsync(lift, Ct), StringComparison.Ordinal);
        Assert.Contains("Pay this invoice", await payer.GetStringAsync(new Uri(path, UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Contains("lets a payment link take payments again", await office.Admin.ReadAsync($"{Home}/invoices/{number}", Ct), StringComparison.Ordinal);
    }

    /// <returns>The page to which the payer comes back.</returns>
    private static async Task<string> TryAsync(HttpClient payer, string path)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        form.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Choice"] = "full", ["Input.Shown"] = "1250", ["Input.Method"] = "card" });
        Assert.Equal(HttpStatusCode.SeeOther, (await payer.SendAsync(form, Ct)).StatusCode);
        var leaving = await payer.GetAsync(new Uri($"{path}/go", UriKind.Relative), Ct);
        var there = Url().Match(leaving.Headers.GetValues("Refresh").Single()).Groups[1].Value;
        using var card = new FormUrlEncodedContent(new Dictionary<string, string> { ["number"] = NoMoney, ["expiry"] = "12/90", ["code"] = "123" });
        await payer.PostAsync(new Uri($"{there}/card"), card, Ct);
        await payer.GetAsync(new Uri($"{path}/return", UriKind.Relative), Ct);
        return await payer.GetStringAsync(new Uri(path, UriKind.Relative), Ct);
    }

    private async Task<(string Number, string Link)> RestIsOverAsync()
    {
        await using var db = office.Site.OpenDatabase();
        var link = await db.Links.AsNoTracking().SingleAsync(l => l.RestsUntil != null, Ct);
        Assert.Equal(5, link.Declines);
        Assert.Equal(5, await db.Payments.CountAsync(p => p.LinkId == link.Id && p.Status == PaymentStatus.Failed && p.Declined, Ct));
        await db.Links.Where(l => l.Id == link.Id).ExecuteUpdateAsync(
            set => set.SetProperty(l => l.RestsUntil, DateTimeOffset.UtcNow).SetProperty(l => l.Version, l => l.Version + 1), Ct);
        return (await db.Invoices.Where(i => i.Id == link.InvoiceId).Select(i => i.Number).SingleAsync(Ct), $"{link.Id}");
    }

    [GeneratedRegex("url=(.*)$")]
    private static partial Regex Url();
}
