using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Pages.Office.Previews;
using PayPage.Unit.Support;
using static PayPage.Unit.Site.PreviewOffice;

namespace PayPage.Unit.Site;

public sealed partial class PreviewPagesTests
{
    private static readonly (string Name, string Value)[] Form =
    [
        ("CustomerName", "Ines Vidal"), ("CustomerEmail", "ines@example.com"), ("CustomerPhone", "+31612345678"), ("DueDate", "2030-12-24"),
        ("Input.Currency", "EUR"), ("Lines[0].Name", "Wreath </iframe>"), ("Lines[0].UnitPrice", "19.99"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_written_counted_or_sent_whatever_is_looked_at()
    {
        await using var office = await OpenAsync();
        var before = await DumpAsync();
        var shown = 0;

        foreach (var (_, state, _) in PreviewNames.States)
        {
            foreach (var query in (string[])[$"?state={state}", $"?state={state}&invoice={Number}&scheme=dark&device=desktop&language=de"])
            {
                foreach (var (_, kind, _) in PreviewNames.Kinds)
                {
                    await office.ReadAsync($"{office.Root}/previews/{kind}{query}");
                    shown += kind == "text" || (await office.GetAsync($"{office.Root}/previews/frame/{kind}{query}")).StatusCode == HttpStatusCode.OK ? 1 : 0;
                }
            }

            Assert.Equal(HttpStatusCode.OK, (await office.PostAsync($"{office.Root}/previews/page?state={state}", Form)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await office.PostAsync($"{office.Root}/previews/page/share?state={state}")).StatusCode);
        }

        Assert.Equal(2 * ((PreviewNames.States.Count * 4) - 3 + 2 + (2 * 5)), shown);    // but for the mails of three states in which no payer gets one; merchants get theirs in two, reminders go out in five
        Assert.Equal(before, await DumpAsync());
        Assert.False(Directory.Exists(office.MailFolder));
        Assert.False(Directory.Exists(office.MailFolder.Replace("mail", "sms", StringComparison.Ordinal)));

        Task<string> DumpAsync() => office.ReadAsync(db => DatabaseDump.OfAsync(db, Ct));
    }

    [Fact]
    public async Task Where_payers_pay_on_the_page_a_preview_shows_where_the_form_will_be_and_loads_nothing_of_it()
    {
        await using var office = await OpenAsync();
        await office.PayOnThePageAsync();

        var frame = await office.GetAsync($"{office.Root}/previews/frame/page?invoice={Number}&state=unopened");

        var html = await frame.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Your card or bank details", html, StringComparison.Ordinal);
        Assert.Contains("straight from this form to", html, StringComparison.Ordinal);
        Assert.DoesNotContain("You confirm the payment on the next page", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("js.stripe.com", html, StringComparison.Ordinal);
        Assert.DoesNotContain("pk_test", html, StringComparison.Ordinal);
        Assert.DoesNotContain("stripe", frame.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_is_the_payers_own_page_but_for_what_is_named_here()
    {
        await using var office = await OpenAsync();
        var path = await office.PayPathAsync();

        Assert.Equal(await RealAsync(), await PreviewAsync("unopened"));

        await office.ReadAsync(db => db.Links.ExecuteUpdateAsync(set => set.SetProperty(l => l.OpenedAt, DateTimeOffset.UtcNow).SetProperty(l => l.Version, 7), Ct));
        await office.ReadAsync(db => db.Links.ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, PayPage.Domain.Links.LinkStatus.Expired).SetProperty(l => l.Version, 8), Ct));
        Assert.Equal(await RealAsync(), await PreviewAsync("expired"));

        await office.ReadAsync(db => db.Links.ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, PayPage.Domain.Links.LinkStatus.Revoked).SetProperty(l => l.Version, 9), Ct));
        Assert.Equal(await RealAsync(), await PreviewAsync("revoked"));

        async Task<string> RealAsync() => Bare(await office.Stranger.GetStringAsync(new Uri(path, UriKind.Relative), Ct));

        async Task<string> PreviewAsync(string state) =>
            Bare(await office.Browser.GetStringAsync(new Uri($"{office.Root}/previews/frame/page?invoice={Number}&state={state}", UriKind.Relative), Ct));
    }

    [Fact]
    public async Task What_stands_in_a_form_is_shown_before_it_is_saved()
    {
        await using var office = await OpenAsync();

        var answer = await office.PostAsync($"{office.Root}/previews/page?state=part-paid", Form);
        var page = await HtmlAsync(answer);
        var frame = Frame().Match(page).Groups[1].Value;
        var shown = await office.ReadAsync(frame);
        var again = await office.ReadAsync(frame.Replace("/frame/page", "/text", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("This is what stands in the form. Nothing is saved or sent.", page, StringComparison.Ordinal);
        Assert.Contains("Wreath </iframe>", shown, StringComparison.Ordinal);
        Assert.Contains("€9.99 of €19.99 paid", Isolates().Replace(shown, ""), StringComparison.Ordinal);
        Assert.Contains("€9.99", again, StringComparison.Ordinal);
        Assert.Contains("1 segment", again, StringComparison.Ordinal);
        Assert.Empty(await office.ReadAsync(db => db.Invoices.Where(i => i.Number != Number).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_form_that_is_not_ready_says_what_is_missing()
    {
        await using var office = await OpenAsync();

        var half = await HtmlAsync(await office.PostAsync($"{office.Root}/previews/page", ("Lines[0].Name", "Wreath"), ("Lines[0].UnitPrice", "5"), ("DueDate", "soon")));
        var none = await HtmlAsync(await office.PostAsync($"{office.Root}/previews/page", ("Lines[0].Name", "Wreath")));
        var far = await HtmlAsync(await office.PostAsync($"{office.Root}/previews/page", ("Description", Convert.ToBase64String(Enumerable.Range(0, 20_000).Select(i => unchecked((byte)(i * i * 7919 >> 5))).ToArray()))));

        Assert.Contains("Not right yet", half, StringComparison.Ordinal);
        Assert.Contains("<iframe", half, StringComparison.Ordinal);
        Assert.Contains("Line 1: Write the price of one", none, StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", none, StringComparison.Ordinal);
        Assert.Contains("too much in the form", far, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_preview_may_be_framed_and_only_by_us_and_it_can_do_nothing()
    {
        await using var office = await OpenAsync();

        var holder = await office.GetAsync($"{office.Root}/previews/page");
        var page = await office.GetAsync($"{office.Root}/previews/frame/page");
        var mail = await office.GetAsync($"{office.Root}/previews/frame/mail");
        var paper = await office.GetAsync($"{office.Root}/previews/frame/paper");
        var none = await office.GetAsync($"{office.Root}/previews/frame/mail?state=revoked");

        Assert.Equal(("DENY", true, false), Of(holder));
        Assert.Equal(("SAMEORIGIN", false, true), Of(page));
        Assert.Equal(("SAMEORIGIN", false, true), Of(mail));
        Assert.Equal(("SAMEORIGIN", false, true), Of(paper));
        Assert.Equal((HttpStatusCode.NotFound, ("DENY", false, false)), (none.StatusCode, Of(none)));
        Assert.All([page, mail], framed => Assert.Contains("; sandbox", Header(framed, "Content-Security-Policy"), StringComparison.Ordinal));
        Assert.All([page, mail, paper], framed => Assert.DoesNotContain("script-src", Header(framed, "Content-Security-Policy"), StringComparison.Ordinal));
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("inline", $"{paper.Content.Headers.ContentDisposition}", StringComparison.Ordinal);

        static (string? Options, bool MayHold, bool MayBeHeld) Of(HttpResponseMessage answer)
        {
            var policy = Header(answer, "Content-Security-Policy") ?? "";
            return (Header(answer, "X-Frame-Options"), policy.Contains("frame-src 'self'", StringComparison.Ordinal), policy.Contains("frame-ancestors 'self'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_forced_scheme_asks_no_screen()
    {
        await using var office = await OpenAsync();

        foreach (var kind in (string[])["page", "mail"])
        {
            var dark = await office.ReadAsync($"{office.Root}/previews/frame/{kind}?scheme=dark");
            var light = await office.ReadAsync($"{office.Root}/previews/frame/{kind}");

            Assert.All([dark, light], shown => Assert.DoesNotContain("prefers-color-scheme", shown, StringComparison.Ordinal));
            Assert.Contains("color-scheme:dark", dark, StringComparison.Ordinal);
            Assert.Contains("(min-width:0)", dark, StringComparison.Ordinal);
            Assert.Contains("color-scheme:light", light, StringComparison.Ordinal);
            Assert.Contains("(max-width:0)", light, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Foreign_invoices_and_forged_forms_are_not_there()
    {
        await using var office = await OpenAsync();

        Assert.All(
            await Task.WhenAll(
                office.GetAsync($"{office.Root}/previews/page?invoice=INV-8"), office.GetAsync($"{office.Root}/previews/frame/page?invoice=INV-8"),
                office.GetAsync($"{office.Root}/previews/page?form=forged"), office.GetAsync($"{office.Root}/previews/frame/page?form=forged"),
                office.GetAsync($"/merchant/mer_{new string('0', 32)}/previews/page"), office.GetAsync($"{office.Root}/previews/nonsense")),
            answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [GeneratedRegex("<iframe src=\"([^\"]+)\"")]
    private static partial Regex Frame();

    [GeneratedRegex("</?bdi>")]
    private static partial Regex Isolates();

    /// <summary>What differs: the answer's nonce, the link's address, the secret of the attempt; the sheet, which stays in one scheme; no script, and a base that lets links lead nowhere.</summary>
    private static string Bare(string html) => Blank().Replace(Differences().Replace(html, "*"), "\n");

    [GeneratedRegex("""(?<=nonce=")[^"]+|(?<=/p/)[A-Za-z0-9_-]+|(?<=name="Input.Attempt" value=")[^"]*|(?<=<style nonce="[^"]+">)[^<]+|<script src[^>]+></script>|<base target="_blank">""")]
    private static partial Regex Differences();

    [GeneratedRegex(@"(\s*\*?\s*\n)+")]
    private static partial Regex Blank();
}
