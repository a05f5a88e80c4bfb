using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;
using PayPage.Domain.Team;
using PayPage.Unit.Support;
using PayPage.UseCases.Verifying;

namespace PayPage.Unit.Office;

/// <summary>The two inboxes, over real HTTP, with the real sandbox behind them.</summary>
public sealed partial class DifferencePagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private string Home => $"/merchant/{office.Merchant}";

    private string List => $"{Home}/differences";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Money_taken_past_us_is_found_seen_and_matched_or_given_back_or_explained()
    {
        var forInvoice = await office.Site.TakeAsync(office.Merchant, "till-1", 12_50, Ct);
        var goesBack = await office.Site.TakeAsync(office.Merchant, "till-2", 9_00, Ct);
        var explained = await office.Site.TakeAsync(office.Merchant, "till-3", 7_00, Ct);
        await office.Site.AgeAsync(Ct);

        await CompareAsync();

        var list = await office.Admin.ReadAsync(List, Ct);
        Assert.All([forInvoice, goesBack, explained], name => Assert.Contains(name, list, StringComparison.Ordinal));
        Assert.Contains("movements of money of which the books know nothing", await office.Admin.ReadAsync(Home, Ct), StringComparison.Ordinal);

        using var browser = office.Site.Browser();
        await RunningSite.PayPathAsync(browser, Ct);
        await using var db = office.Site.OpenDatabase();
        var invoice = await db.Invoices.AsNoTracking().Where(i => i.Total == 12_50 && i.Paid == 0 && i.Reserved == 0).OrderByDescending(i => i.CreatedAt).FirstAsync(Ct);

        var one = await PathAsync(forInvoice);
        Assert.Contains($"<bdi>{invoice.Number}</bdi>", await office.Admin.ReadAsync(one, Ct), StringComparison.Ordinal);    // offered: just this much is due
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Admin.PostAsync($"{one}?handler=Match", one, Ct, ("Input.Number", "NO-SUCH"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync($"{one}?handler=Match", one, Ct, ("Input.Number", invoice.Number))).StatusCode);
        Assert.Contains($"matched it to invoice {invoice.Number}", WebUtility.HtmlDecode(await office.Admin.ReadAsync(one, Ct)), StringComparison.Ordinal);
        Assert.Contains("that nobody knew at the processor", await office.Admin.ReadAsync($"{Home}/invoices/{invoice.Number}", Ct), StringComparison.Ordinal);
        Assert.Equal(12_50, await db.Invoices.Where(i => i.Id == invoice.Id).Select(i => i.Paid).SingleAsync(Ct));

        var back = await PathAsync(goesBack);
        var refund = Hidden().Match(await office.Admin.ReadAsync(back, Ct)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Admin.PostAsync($"{back}?handler=Refund", back, Ct, ("Input.Refund", refund), ("Input.Proof", "wrong"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync($"{back}?handler=Refund", back, Ct, ("Input.Refund", refund), ("Input.Proof", Colleague.Password))).StatusCode);
        Assert.Contains("9.00 was given back", WebUtility.HtmlDecode(await office.Admin.ReadAsync(back, Ct)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync($"{back}?handler=Refund", back, Ct, ("Input.Refund", refund), ("Input.Proof", Colleague.Password))).StatusCode);

        var mark = await PathAsync(explained);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Admin.PostAsync($"{mark}?handler=Mark", mark, Ct, ("Input.Note", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync($"{mark}?handler=Mark", mark, Ct, ("Input.Note", "Sold at the <till>"))).StatusCode);
        Assert.Contains("Sold at the &lt;till&gt;", await office.Admin.ReadAsync(mark, Ct), StringComparison.Ordinal);

        await office.Site.AgeAsync(Ct);
        await CompareAsync();
        Assert.DoesNotContain("of which the books know nothing", await office.Admin.ReadAsync(Home, Ct), StringComparison.Ordinal);
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task A_payment_whose_money_the_sandbox_lost_waits_in_the_other_inbox_until_it_is_there_again()
    {
        await office.Site.AgeAsync(Ct);
        await using var db = office.Site.OpenDatabase();
        var payment = await db.Payments.AsNoTracking().FirstAsync(p => p.Status == PaymentStatus.Succeeded && p.AccountId != null && p.GivenBack == 0, Ct);
        await office.Site.SandboxAsync($"UPDATE payments SET status = 'failed', succeeded_at = -succeeded_at WHERE id = '{payment.MoneyReference}'", Ct);

        await CompareAsync();

        var one = await PathAsync(payment.MoneyReference!);
        Assert.Contains("The books say that", await office.Admin.ReadAsync(one, Ct), StringComparison.Ordinal);
        Assert.Contains(payment.MoneyReference!, await office.Admin.ReadAsync(List, Ct), StringComparison.Ordinal);

        await office.Site.SandboxAsync($"UPDATE payments SET status = 'succeeded', succeeded_at = -succeeded_at WHERE id = '{payment.MoneyReference}'", Ct);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync($"{one}?handler=Ask", one, Ct)).StatusCode);
        var after = await office.Admin.ReadAsync(one, Ct);
        Assert.Contains(">Gone</span>", after, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Mark", after, StringComparison.Ordinal);    // nothing is left to do
    }

    [Fact]
    public async Task Whoever_may_only_sell_does_not_come_here_and_sees_no_way()
    {
        using var seller = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, (await seller.GetAsync(List, Ct)).StatusCode);
        Assert.DoesNotContain("/differences", await seller.ReadAsync(Home, Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dif_00000000000000000000000000000000")]
    [InlineData("nonsense")]
    public async Task What_is_no_difference_of_this_merchant_is_not_found(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.GetAsync($"{List}/{id}", Ct)).StatusCode);

    [Fact]
    public async Task Another_merchants_difference_is_not_found_whatever_button_is_pressed()
    {
        var id = await OfficeThings.DifferenceAsync(office.Site, office.Merchant, Ct);
        var other = await OfficeThings.OtherMerchantAsync(office.Site, Ct);
        using var foreigner = await Colleague.HiredAsync(office.Site, other, Role.Admin, Ct);

        foreach (var handler in new[] { "Match", "Refund", "Mark", "Ask" })
        {
            var answer = await foreigner.PostAsync(
                $"/merchant/{other}/differences/{id}?handler={handler}", $"/merchant/{other}", Ct, ("Input.Note", "mine"), ("Input.Refund", $"ref_{Guid.NewGuid():N}"), ("Input.Number", "DEMO-SENT"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        await using var db = office.Site.OpenDatabase();
        Assert.Equal(DifferenceState.Open, await db.Differences.Where(d => d.Id == id).Select(d => d.State).SingleAsync(Ct));
        await db.Differences.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DifferenceState.Marked), Ct);
    }

    private async Task CompareAsync() =>
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync($"{List}?handler=Compare", List, Ct)).StatusCode);

    private async Task<IReadOnlyList<BrokenRule>> BrokenAsync()
    {
        await using var scope = office.Site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<VerifyBooks>().HandleAsync(Ct)).Broken;
    }

    private async Task<string> PathAsync(string reference)
    {
        await using var db = office.Site.OpenDatabase();
        return $"{List}/{await db.Differences.Where(d => d.Reference == reference).Select(d => d.Id).SingleAsync(Ct)}";
    }

    [GeneratedRegex("""name="Input.Refund" value="([^"]+)""")]
    private static partial Regex Hidden();
}
