using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

public sealed class PasswordTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private const string Page = "/merchant/account/password";
    private const string Forgotten = "/merchant/sign-in/forgotten";
    private const string Better = "tulips at the canal";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_password_signs_the_other_browsers_out_and_a_mail_tells_of_it()
    {
        const string email = "another@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var other = Colleague.Stranger(office.Site);
        await other.SignInAsync(email, Colleague.Password, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(owner, "not this one", Better)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/merchant/account", Ct)).StatusCode);
        Assert.Equal("/merchant/account", (await ChangeAsync(owner, Colleague.Password, Better)).Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/merchant/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.GetAsync("/merchant/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.SignInAsync(email, Colleague.Password, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.SignInAsync(email, Better, Ct)).StatusCode);
        Assert.Equal(1, await Letters.CountAsync(office.Site, email, "Your password for PayPage was changed", 1, Ct));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("passwordpassword")]
    [InlineData("northgate is mine")]
    public async Task A_password_that_is_guessed_first_is_not_taken(string password)
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(owner, Colleague.Password, password)).StatusCode);
    }

    [Fact]
    public async Task Whoever_sits_down_at_an_open_screen_has_five_guesses()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);

        for (var i = 0; i < 5; i++)
        {
            await ChangeAsync(owner, "not this one", Better);
        }

        var answer = await ChangeAsync(owner, Colleague.Password, Better);
        Assert.Contains("Too many wrong tries", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_from_a_mail_sets_a_password_once_and_ends_all_sessions()
    {
        const string email = "forgot@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var browser = Colleague.Stranger(office.Site);
        await browser.PostAsync(Forgotten, Forgotten, Ct, ("Email", email.ToUpperInvariant()));
        var link = await Letters.LinkAsync(office.Site, email, "/merchant/sign-in/reset", Ct);
        await browser.ReadAsync(link, Ct);
        await browser.ReadAsync(link, Ct);    // a scanner's look spends nothing

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetAsync(browser, link, "short")).StatusCode);
        var answers = await Task.WhenAll(SetAsync(browser, link, Better), SetAsync(browser, link, "another good one"));

        Assert.Single(answers, a => a.Headers.Location?.OriginalString == "/merchant/sign-in");
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Gone);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.GetAsync("/merchant/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignInAsync(email, Colleague.Password, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_link_opens_no_other_account_and_none_after_another_change()
    {
        const string email = "mine@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var other = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        using var browser = Colleague.Stranger(office.Site);
        await browser.PostAsync(Forgotten, Forgotten, Ct, ("Email", email));
        var link = await Letters.LinkAsync(office.Site, email, "/merchant/sign-in/reset", Ct);

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link.Replace($"{owner.Id}", $"{other.Id}", StringComparison.Ordinal), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link[..^3], Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/merchant/sign-in/reset", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link, Ct)).StatusCode);
        await ChangeAsync(owner, Colleague.Password, Better);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_link_works_for_an_hour()
    {
        const string email = "late@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var browser = Colleague.Stranger(office.Site);
        await browser.PostAsync(Forgotten, Forgotten, Ct, ("Email", email));
        var link = await Letters.LinkAsync(office.Site, email, "/merchant/sign-in/reset", Ct);
        var tokens = office.Site.Services.GetRequiredService<IOptions<DataProtectionTokenProviderOptions>>().Value;
        Assert.Equal(TimeSpan.FromHours(1), tokens.TokenLifespan);

        // Identity's own clock cannot be turned: the hour is shortened instead.
        tokens.TokenLifespan = TimeSpan.FromMilliseconds(1);

        try
        {
            Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link, Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.Gone, (await SetAsync(browser, link, Better)).StatusCode);
        }
        finally
        {
            tokens.TokenLifespan = IAccounts.ResetTime;
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link, Ct)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_as_a_known_one_and_gets_no_mail()
    {
        const string email = "known.one@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var browser = Colleague.Stranger(office.Site);
        var before = await ResetsAsync();

        var known = await TimedAsync(() => browser.PostAsync(Forgotten, Forgotten, Ct, ("Email", email)));
        var unknown = await TimedAsync(() => browser.PostAsync(Forgotten, Forgotten, Ct, ("Email", "nobody@northgate.example")));
        var nonsense = await TimedAsync(() => browser.PostAsync(Forgotten, Forgotten, Ct, ("Email", "nonsense")));

        Assert.Equal(Shape(known.Answer), Shape(unknown.Answer));
        Assert.Equal(Shape(known.Answer), Shape(nonsense.Answer));
        Assert.All([known.Took, unknown.Took, nonsense.Took], took => Assert.True(took >= TimeSpan.FromMilliseconds(390), $"{took}"));
        Assert.Equal(before + 1, await ResetsAsync());
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_by_asking_again_and_again()
    {
        const string email = "flooded@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var browser = Colleague.Stranger(office.Site);

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Forgotten, Forgotten, Ct, ("Email", email))).StatusCode);
        }

        Assert.Equal(3, await ResetsAsync(owner.Id));
    }

    [Fact]
    public async Task A_reset_opens_a_locked_account()
    {
        const string email = "locked.out@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var browser = Colleague.Stranger(office.Site);

        for (var i = 0; i < 5; i++)
        {
            await browser.SignInAsync(email, "not this one", Ct);
        }

        await browser.PostAsync(Forgotten, Forgotten, Ct, ("Email", email));
        await SetAsync(browser, await Letters.LinkAsync(office.Site, email, "/merchant/sign-in/reset", Ct), Better);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync(email, Better, Ct)).StatusCode);
    }

    [Fact]
    public async Task Where_a_code_is_asked_for_a_reset_gives_no_fresh_tries_for_it()
    {
        const string email = "guessed.codes@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var thief = Colleague.Stranger(office.Site);
        await using var db = office.Site.OpenDatabase();
        await db.Users.Where(u => u.Id == owner.Id.Value).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.TwoFactorEnabled, true).SetProperty(u => u.AccessFailedCount, 4), Ct);

        await thief.PostAsync(Forgotten, Forgotten, Ct, ("Email", email));
        Assert.Equal("/merchant/sign-in", (await SetAsync(thief, await Letters.LinkAsync(office.Site, email, "/merchant/sign-in/reset", Ct), Better)).Headers.Location?.OriginalString);

        Assert.Equal(4, await db.Users.Where(u => u.Id == owner.Id.Value).Select(u => u.AccessFailedCount).SingleAsync(Ct));
    }

    private static Task<HttpResponseMessage> ChangeAsync(Colleague who, string current, string wanted) =>
        who.PostAsync(Page, Page, Ct, ("Current", current), ("Password", wanted));

    private static Task<HttpResponseMessage> SetAsync(Colleague who, string link, string password)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri($"http://x{link}").Query);
        return who.PostAsync("/merchant/sign-in/reset", Forgotten, Ct, ("Who", $"{query["who"]}"), ("Token", $"{query["token"]}"), ("Password", password));
    }

    private static async Task<(HttpResponseMessage Answer, TimeSpan Took)> TimedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        var began = TimeProvider.System.GetTimestamp();
        return (await ask(), TimeProvider.System.GetElapsedTime(began));
    }

    /// <summary>All that a stranger sees of an answer, without what is different each time.</summary>
    private static string Shape(HttpResponseMessage answer) =>
        $"{answer.StatusCode} {answer.Headers.Location} {string.Join(',', answer.Headers.Select(h => h.Key).Order(StringComparer.Ordinal))}";

    private async Task<int> ResetsAsync(UserId? user = null)
    {
        await using var db = office.Site.OpenDatabase();
        return await db.Outbox.CountAsync(m => m.Kind == OutboxKind.ResetMail && (user == null || m.UserId == user), Ct);
    }
}
