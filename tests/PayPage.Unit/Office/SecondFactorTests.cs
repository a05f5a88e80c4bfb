using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Team;
using PayPage.SignIn;
using PayPage.SignIn.Codes;

namespace PayPage.Unit.Office;

public sealed partial class SecondFactorTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private const string Page = "/merchant/account/authenticator";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_an_app_the_password_alone_opens_nothing_and_a_code_works_once()
    {
        const string email = "app@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        var (key, _) = await SetUpAsync(owner);
        using var browser = Colleague.Stranger(office.Site);

        var first = await browser.SignInAsync(email, Colleague.Password, Ct);
        Assert.Equal("/merchant/sign-in/code?next=%2Fmerchant", first.Headers.Location?.OriginalString);
        Assert.StartsWith("/merchant/sign-in", (await browser.GetAsync("/merchant/account", Ct)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CodeAsync(browser, "000000")).StatusCode);

        var code = TimeCode.At(key, DateTimeOffset.UtcNow.AddSeconds(30));    // the one of this half minute was used to set it up
        Assert.Equal("/merchant", (await CodeAsync(browser, code)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/merchant/account", Ct)).StatusCode);

        using var eavesdropper = Colleague.Stranger(office.Site);
        await eavesdropper.SignInAsync(email, Colleague.Password, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CodeAsync(eavesdropper, code)).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once_and_a_mail_tells_of_it()
    {
        const string email = "recovery@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        var (_, codes) = await SetUpAsync(owner);

        Assert.Equal("/merchant", (await RecoverAsync(email, codes[0])).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RecoverAsync(email, codes[0])).StatusCode);
        Assert.Equal("/merchant", (await RecoverAsync(email, codes[1])).Headers.Location?.OriginalString);
        Assert.Equal(3, await Letters.CountAsync(office.Site, email, "How you sign in to PayPage was changed", 3, Ct));    // set up, and two codes
    }

    [Fact]
    public async Task A_recovery_code_sent_by_several_at_once_opens_one_door()
    {
        const string email = "race@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        var (_, codes) = await SetUpAsync(owner);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RecoverAsync(email, codes[0])));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_say_so_to_whoever_knows_the_password()
    {
        const string email = "codes@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        var (key, _) = await SetUpAsync(owner);
        using var browser = Colleague.Stranger(office.Site);
        await browser.SignInAsync(email, Colleague.Password, Ct);

        for (var i = 0; i < 5; i++)
        {
            await CodeAsync(browser, "000000");
        }

        var right = await CodeAsync(browser, TimeCode.At(key, DateTimeOffset.UtcNow.AddSeconds(30)));
        Assert.Contains("Your account is locked", await right.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
    }

    [Fact]
    public async Task Starting_again_with_the_password_gives_no_further_codes_to_guess()
    {
        const string email = "patient@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        await SetUpAsync(owner);
        using var browser = Colleague.Stranger(office.Site);

        for (var i = 0; i < 5; i++)
        {
            Assert.StartsWith("/merchant/sign-in/code", (await browser.SignInAsync(email, Colleague.Password, Ct)).Headers.Location?.OriginalString, StringComparison.Ordinal);
            await CodeAsync(browser, "000000");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignInAsync(email, Colleague.Password, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_code_without_a_password_before_it_leads_to_the_first_step()
    {
        using var stranger = Colleague.Stranger(office.Site);

        Assert.StartsWith("/merchant/sign-in?", (await stranger.GetAsync("/merchant/sign-in/code", Ct)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        var answer = await stranger.PostAsync("/merchant/sign-in/code", "/merchant/sign-in", Ct, ("Code", "123456"));
        Assert.StartsWith("/merchant/sign-in?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_it_up_signs_the_other_browsers_out_and_needs_the_password()
    {
        const string email = "others@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var other = Colleague.Stranger(office.Site);
        await other.SignInAsync(email, Colleague.Password, Ct);
        var (kept, key) = await OfferAsync(owner);
        var code = TimeCode.At(key, DateTimeOffset.UtcNow);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.PostAsync(Page, Page, Ct, ("Kept", kept), ("Code", code), ("Current", "not this one"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/merchant/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.PostAsync(Page, Page, Ct, ("Kept", kept), ("Code", code), ("Current", Colleague.Password))).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await other.GetAsync("/merchant/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/merchant/account", Ct)).StatusCode);
    }

    [Fact]
    public async Task Turned_off_by_password_the_app_is_not_asked_for_any_more()
    {
        const string email = "off@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        await SetUpAsync(owner);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.PostAsync($"{Page}?handler=remove", Page, Ct, ("Current", "not this one"))).StatusCode);
        Assert.Equal("/merchant/account", (await owner.PostAsync($"{Page}?handler=remove", Page, Ct, ("Current", Colleague.Password))).Headers.Location?.OriginalString);

        using var browser = Colleague.Stranger(office.Site);
        Assert.Equal("/merchant", (await browser.SignInAsync(email, Colleague.Password, Ct)).Headers.Location?.OriginalString);
        await using var db = office.Site.OpenDatabase();
        Assert.False(await db.UserTokens.AnyAsync(t => t.UserId == owner.Id.Value, Ct));
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_lies_in_the_database_or_in_the_log()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        var (key, codes) = await SetUpAsync(owner);
        await using var db = office.Site.OpenDatabase();
        var kept = string.Join('\n', await db.UserTokens.Where(t => t.UserId == owner.Id.Value).Select(t => t.Value).ToListAsync(Ct)) + string.Join('\n', office.Site.Log);

        Assert.All([Base32.Encode(key), .. codes, .. codes.Select(c => c.Replace("-", "", StringComparison.Ordinal))], secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_offered_to_one_person_is_none_for_another()
    {
        using var thief = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        var (kept, key) = await OfferAsync(thief);

        var answer = await owner.PostAsync(Page, Page, Ct, ("Kept", kept), ("Code", TimeCode.At(key, DateTimeOffset.UtcNow)), ("Current", Colleague.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_hundred_tries_at_once_are_no_more_than_five()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);

        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(TakeAsync, Ct)));

        Assert.Equal([1, 2, 3, 4, 5], taken.OfType<Tries.Try>().Select(t => t.Number).Order());

        async Task<Tries.Try?> TakeAsync()
        {
            await using var scope = office.Site.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Tries>().TakeAsync(owner.Id, Ct);
        }
    }

    private static Task<HttpResponseMessage> CodeAsync(Colleague browser, string code) =>
        browser.PostAsync("/merchant/sign-in/code", "/merchant/sign-in/code", Ct, ("Code", code), ("Next", "/merchant"));

    private static async Task<(byte[] Key, IReadOnlyList<string> Codes)> SetUpAsync(Colleague owner)
    {
        var (kept, key) = await OfferAsync(owner);
        var done = await owner.PostAsync(Page, Page, Ct, ("Kept", kept), ("Code", TimeCode.At(key, DateTimeOffset.UtcNow)), ("Current", Colleague.Password));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        var codes = Codes().Matches(await done.Content.ReadAsStringAsync(Ct)).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(RecoveryCodes.Count, codes.Count);
        return (key, codes);
    }

    /// <summary>Reads the page as a person with a telephone does: the key in groups of four.</summary>
    private static async Task<(string Kept, byte[] Key)> OfferAsync(Colleague owner)
    {
        var page = await owner.ReadAsync(Page, Ct);
        return (Kept().Match(page).Groups[1].Value, Base32.Decode(Written().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal)));
    }

    [GeneratedRegex("<li><code>([0-9A-Z]{5}-[0-9A-Z]{5})</code></li>")]
    private static partial Regex Codes();

    [GeneratedRegex("name=\"Kept\" value=\"([^\"]+)\"")]
    private static partial Regex Kept();

    [GeneratedRegex("<code>((?:[A-Z2-7]{4} ?){8})</code>")]
    private static partial Regex Written();

    private async Task<HttpResponseMessage> RecoverAsync(string email, string code)
    {
        using var browser = Colleague.Stranger(office.Site);
        await browser.SignInAsync(email, Colleague.Password, Ct);
        return await browser.PostAsync("/merchant/sign-in/recovery", "/merchant/sign-in/recovery", Ct, ("Code", code), ("Next", "/merchant"));
    }
}
