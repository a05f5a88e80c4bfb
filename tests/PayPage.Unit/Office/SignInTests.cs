using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Team;
using PayPage.SignIn;

namespace PayPage.Unit.Office;

public sealed class SignInTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_knows_the_password_comes_to_his_merchants_home()
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);

        Assert.Equal($"/merchant/{office.Merchant}", (await colleague.GetAsync("/merchant", Ct)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_alike()
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, "known@northgate.example");
        using var stranger = Colleague.Stranger(office.Site);

        var wrong = await stranger.SignInAsync("known@northgate.example", "not this one", Ct);
        var unknown = await stranger.SignInAsync("nobody@northgate.example", "not this one", Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await SaidAsync(wrong), await SaidAsync(unknown));
    }

    [Fact]
    public async Task After_five_wrong_tries_even_the_right_password_opens_nothing_and_is_not_told_from_a_wrong_one()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, "locked@northgate.example");
        using var thief = Colleague.Stranger(office.Site);

        for (var i = 0; i < 5; i++)
        {
            await thief.SignInAsync("locked@northgate.example", "not this one", Ct);
        }

        var right = await thief.SignInAsync("locked@northgate.example", Colleague.Password, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Contains("locked", await SaidAsync(right), StringComparison.Ordinal);
        Assert.Equal(await SaidAsync(right), await SaidAsync(await thief.SignInAsync("locked@northgate.example", "not this one", Ct)));
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.GetAsync("/merchant", Ct)).StatusCode);    // who was in stays in
    }

    [Fact]
    public async Task Signed_out_the_cookie_is_worth_nothing_even_where_it_was_copied()
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        await using var db = office.Site.OpenDatabase();
        await db.Sessions.Where(s => s.UserId == colleague.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, DateTimeOffset.UtcNow), Ct);

        Assert.StartsWith("/merchant/sign-in", (await colleague.GetAsync("/merchant", Ct)).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_loses_the_role_loses_it_at_the_next_request()
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Admin, Ct);
        await using var db = office.Site.OpenDatabase();
        await db.Memberships.Where(m => m.UserId == colleague.Id).ExecuteDeleteAsync(Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/merchant/{office.Merchant}", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/merchant\\\\evil.example")]
    [InlineData("/p/x")]
    [InlineData("/merchantevil")]
    [InlineData("/merchant/é")]
    [InlineData("/merchant/a b")]
    [InlineData("/merchant/\uFFFE")]
    public async Task After_the_door_nobody_is_led_away(string next)
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        var email = await EmailAsync(colleague.Id);
        using var again = Colleague.Stranger(office.Site);

        var answer = await again.PostAsync("/merchant/sign-in", "/merchant/sign-in", Ct, ("Email", email), ("Password", Colleague.Password), ("Next", next));

        Assert.Equal("/merchant", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/merchant/%C3%A9")]
    [InlineData("/merchant/%EF%BF%BE")]
    public async Task Whoever_is_in_already_is_led_to_no_address_that_cannot_be_written(string next) =>
        Assert.Equal("/merchant", (await office.Admin.GetAsync($"/merchant/sign-in?next={next}", Ct)).Headers.Location?.OriginalString);

    [Theory]
    [InlineData("/merchant/x/invoices?q=caf%C3%A9&page=2")]
    [InlineData("/merchant/account/password")]
    public async Task Whoever_is_in_already_is_led_to_where_he_wanted_to_go(string next) => Assert.Equal(
        next, (await office.Admin.GetAsync($"/merchant/sign-in?next={Uri.EscapeDataString(next)}", Ct)).Headers.Location?.OriginalString);

    [Fact]
    public async Task What_is_no_character_is_nobodys_address_and_part_of_no_password()
    {
        const string nobody = "\uFFFE@x.test";
        using var stranger = Colleague.Stranger(office.Site);
        var team = $"/merchant/{office.Merchant}/team";
        using var chief = await Colleague.HiredAsync(office.Site, office.Merchant, null, Ct, isOperator: true);

        var unknown = await stranger.SignInAsync("nobody@northgate.example", "not this one", Ct);
        var none = await stranger.SignInAsync(nobody, "not this one\uFFFE", Ct);
        Assert.Equal((unknown.StatusCode, await SaidAsync(unknown)), (none.StatusCode, await SaidAsync(none)));
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.PostAsync("/merchant/sign-in/forgotten", "/merchant/sign-in/forgotten", Ct, ("Email", nobody))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Admin.PostAsync(team, team, Ct, ("Email", nobody), ("Role", "Sales"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chief.GetAsync("/merchant/operator?search=%EF%BF%BE", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chief.GetAsync("/merchant/operator/people?search=%EF%BF%BE", Ct)).StatusCode);

        var changed = await chief.PostAsync("/merchant/account/password", "/merchant/account/password", Ct, ("Current", Colleague.Password), ("Password", "tulips at the canal\uFFFE"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.StatusCode);
        Assert.Contains("no character that a keyboard writes", await changed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_one_time_address_signs_in_once_and_looking_at_it_spends_nothing()
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        await using var scope = office.Site.Services.CreateAsyncScope();
        var key = await scope.ServiceProvider.GetRequiredService<OneTimeDoor>().MakeKeyAsync(colleague.Id, Ct);
        using var first = Colleague.Stranger(office.Site);
        using var second = Colleague.Stranger(office.Site);
        var path = $"/merchant/sign-in/once?key={key}";
        await first.ReadAsync(path, Ct);
        await first.ReadAsync(path, Ct);

        var answers = await Task.WhenAll(new[] { first, second }.Select(one => one.PostAsync("/merchant/sign-in/once", path, Ct, ("Key", key))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        var answer = await office.Admin.SendAsync("POST", "/merchant/sign-out", [], Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was changed", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_back_offices_cookies_never_reach_payers_pages()
    {
        using var stranger = Colleague.Stranger(office.Site);
        var answer = await stranger.GetAsync("/merchant/sign-in", Ct);

        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("path=/merchant", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static async Task<string> SaidAsync(HttpResponseMessage answer)
    {
        var page = await answer.Content.ReadAsStringAsync(Ct);
        var start = page.IndexOf("role=\"alert\">", StringComparison.Ordinal);
        return start < 0 ? "" : page[start..page.IndexOf("</p>", start, StringComparison.Ordinal)];
    }

    private async Task<string> EmailAsync(UserId id)
    {
        await using var db = office.Site.OpenDatabase();
        return await db.People.Where(p => p.Id == id.Value).Select(p => p.Email).SingleAsync(Ct);
    }
}
