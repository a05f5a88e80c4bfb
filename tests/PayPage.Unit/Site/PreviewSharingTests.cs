using System.Net;
using System.Text.RegularExpressions;
using static PayPage.Unit.Site.PreviewOffice;

namespace PayPage.Unit.Site;

public sealed partial class PreviewSharingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_colleague_without_an_account_sees_that_preview_and_nothing_else()
    {
        await using var office = await OpenAsync();
        var shared = await ShareAsync(office, $"page/share?invoice={Number}&state=paid");

        var page = await office.Stranger.GetAsync(new Uri(shared, UriKind.Relative), Ct);
        var html = await HtmlAsync(page);
        var frame = await office.Stranger.GetStringAsync(new Uri($"{shared}/frame", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("This is a preview. Nothing can be paid, sent or changed here.", html, StringComparison.Ordinal);
        Assert.Contains($"{shared}/frame", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{office.Caller.MerchantId}", html, StringComparison.Ordinal);    // no way on into the office
        Assert.Contains("Thank you", frame, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await office.Stranger.PostAsync(new Uri(shared, UriKind.Relative), null, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await office.Stranger.PostAsync(new Uri($"{shared}/frame", UriKind.Relative), null, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Stranger.GetAsync(new Uri($"{office.Root}/previews/page", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task What_stands_in_a_form_can_be_shared_too()
    {
        await using var office = await OpenAsync();
        var posted = await HtmlAsync(await office.PostAsync($"{office.Root}/previews/mail", ("CustomerEmail", "ines@example.com"), ("Lines[0].Name", "Wreath"), ("Lines[0].UnitPrice", "5")));
        var query = Query().Match(posted).Groups[1].Value;

        var shared = await ShareAsync(office, $"mail/share{query}");

        Assert.Contains("Wreath", await office.Stranger.GetStringAsync(new Uri($"{shared}/frame", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_address_leads_to_a_page_that_says_so()
    {
        await using var office = await OpenAsync();
        var shared = await ShareAsync(office, "page/share");

        var answer = await office.Stranger.GetAsync(new Uri($"{shared[..^6]}AAAAAA", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Nothing is here", await HtmlAsync(answer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Stranger.GetAsync(new Uri($"{shared[..^6]}AAAAAA/frame", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Send_me_this_mail_sends_it_to_the_person_who_is_signed_in()
    {
        await using var office = await OpenAsync();

        var answer = await office.PostAsync($"{office.Root}/previews/send?invoice={Number}&state=paid");
        var told = await office.ReadAsync($"{answer.Headers.Location}");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains($"The mail was handed over for {Email}", told, StringComparison.Ordinal);
        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(office.MailFolder)), Ct);
        Assert.Contains($"To: <{Email}>", mail, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String("Preview: [Test] Receipt"u8)[..28], mail, StringComparison.Ordinal);
        Assert.DoesNotContain("tanya@example.com", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_from_elsewhere_is_refused()
    {
        await using var office = await OpenAsync();

        foreach (var path in (string[])["page", "page/share", "send"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await office.Browser.PostAsync(new Uri($"{office.Root}/previews/{path}", UriKind.Relative), null, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task Links_of_a_mail_that_somebody_sent_to_himself_lead_to_a_page_that_explains()
    {
        await using var office = await OpenAsync();

        foreach (var path in (string[])["/p/This-is-a-preview-only", "/s/This-is-a-preview-only"])
        {
            Assert.Contains("This was a preview", await office.Stranger.GetStringAsync(new Uri(path, UriKind.Relative), Ct), StringComparison.Ordinal);
        }
    }

    private static async Task<string> ShareAsync(PreviewOffice office, string path)
    {
        var answer = await office.PostAsync($"{office.Root}/previews/{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Uri(Address().Match(await HtmlAsync(answer)).Value).AbsolutePath;
    }

    [GeneratedRegex("http://[^\"]+/merchant/shared-preview/[A-Za-z0-9_-]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"previews/mail/share(\?[^""]+)""")]
    private static partial Regex Query();
}
