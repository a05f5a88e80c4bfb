using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Team;
using PayPage.SignIn;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

public sealed class OperatorTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private const string Desk = "/merchant/operator";
    private const string People = "/merchant/operator/people";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_opens_a_business_and_its_first_administrator_comes_by_mail()
    {
        const string email = "boss@tulips.example";
        using var chief = await Colleague.HiredAsync(office.Site, office.Merchant, null, Ct, isOperator: true);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chief.PostAsync(Desk, Desk, Ct, ("Name", ""), ("Zone", "../../etc/passwd"), ("Currency", "ABC"))).StatusCode);
        Assert.Equal(Desk, (await chief.PostAsync(
            Desk, Desk, Ct, ("Name", "Tulips & Sons"), ("Email", "hello@tulips.example"), ("Zone", "Europe/Amsterdam"), ("Currency", "eur"), ("Admin", email))).Headers.Location?.OriginalString);
        Assert.Contains("Administrator invited", await chief.ReadAsync($"{Desk}?search=tulips", Ct), StringComparison.Ordinal);

        var link = await Letters.LinkAsync(office.Site, email, "/merchant/invitation/", Ct);
        using var boss = Colleague.Stranger(office.Site);
        var home = (await boss.PostAsync(link, link, Ct, ("Name", "Boss"), ("Password", "violet kettle drum"))).Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.OK, (await boss.GetAsync($"{home}/team", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await boss.GetAsync($"/merchant/{office.Merchant}/team", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chief.GetAsync($"{home}/team", Ct)).StatusCode);    // an operator may enter everywhere
        Assert.Contains("At work: 1 person", await chief.ReadAsync($"{Desk}?search=tulips", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_unlocks_signs_out_and_helps_who_lost_the_telephone()
    {
        const string email = "helped@northgate.example";
        using var chief = await Colleague.HiredAsync(office.Site, office.Merchant, null, Ct, isOperator: true);
        using var somebody = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var thief = Colleague.Stranger(office.Site);

        for (var i = 0; i < 5; i++)
        {
            await thief.SignInAsync(email, "not this one", Ct);
        }

        Assert.Contains("Locked", await chief.ReadAsync($"{People}?search={email}", Ct), StringComparison.Ordinal);
        await HelpAsync(chief, somebody.Id, "Unlock");
        Assert.Equal(HttpStatusCode.SeeOther, (await thief.SignInAsync(email, Colleague.Password, Ct)).StatusCode);

        await HelpAsync(chief, somebody.Id, "SignOut");
        Assert.Equal(HttpStatusCode.SeeOther, (await somebody.GetAsync("/merchant/account", Ct)).StatusCode);

        await using var db = office.Site.OpenDatabase();
        await db.Users.Where(u => u.Id == somebody.Id.Value).ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, true), Ct);
        Assert.StartsWith("/merchant/sign-in/code", (await somebody.SignInAsync(email, Colleague.Password, Ct)).Headers.Location?.OriginalString, StringComparison.Ordinal);
        await HelpAsync(chief, somebody.Id, "RemoveAuthenticator");
        Assert.Equal("/merchant", (await somebody.SignInAsync(email, Colleague.Password, Ct)).Headers.Location?.OriginalString);
        Assert.Equal(1, await Letters.CountAsync(office.Site, email, "How you sign in to PayPage was changed", 1, Ct));
    }

    [Fact]
    public async Task An_operator_is_made_and_dismissed_and_it_counts_at_the_next_request()
    {
        using var chief = await Colleague.HiredAsync(office.Site, office.Merchant, null, Ct, isOperator: true);
        using var somebody = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync(Desk, Ct)).StatusCode);
        await HelpAsync(chief, somebody.Id, "Appoint");
        Assert.Equal(HttpStatusCode.OK, (await somebody.GetAsync(Desk, Ct)).StatusCode);
        await HelpAsync(chief, somebody.Id, "Dismiss");
        Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync(Desk, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await HelpAsync(chief, somebody.Id, "Nonsense")).StatusCode);
    }

    [Fact]
    public async Task What_a_dismissed_operator_had_sent_to_businesses_that_are_not_his_opens_nothing()
    {
        const string email = "friend.of.chief@example.com";
        using var chief = await Colleague.HiredAsync(office.Site, office.Merchant, null, Ct, isOperator: true);
        using var other = await Colleague.HiredAsync(office.Site, office.Merchant, null, Ct, isOperator: true);
        var team = $"/merchant/{office.Merchant}/team";
        await chief.PostAsync(team, team, Ct, ("Email", email), ("Role", "Admin"));
        var link = await Letters.LinkAsync(office.Site, email, "/merchant/invitation/", Ct);
        using var friend = Colleague.Stranger(office.Site);
        await friend.ReadAsync(link, Ct);

        await HelpAsync(other, chief.Id, "Dismiss");

        Assert.Equal(HttpStatusCode.Gone, (await friend.GetAsync(link, Ct)).StatusCode);
    }

    [Fact]
    public async Task Of_operators_who_dismiss_each_other_at_once_one_is_left()
    {
        await using var site = new RunningSite(("Demo:Enabled", "false"));
        using var start = site.Browser();
        var chiefs = new List<Colleague>();

        for (var i = 0; i < 3; i++)
        {
            chiefs.Add(await Colleague.HiredAsync(site, default, null, Ct, isOperator: true));
        }

        var done = await Task.WhenAll(chiefs.Select(chief => Task.Run(() => DismissAsync(chief.Id), Ct)));

        Assert.Equal(2, done.Count(was => was));
        await using var db = site.OpenDatabase();
        Assert.Equal(1, await db.People.CountAsync(p => p.IsOperator, Ct));
        chiefs.ForEach(chief => chief.Dispose());

        async Task<bool> DismissAsync(UserId id)
        {
            await using var scope = site.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<LookAfterPeople>().SetOperatorAsync(id, false, Ct);
        }
    }

    private static Task<HttpResponseMessage> HelpAsync(Colleague chief, UserId who, string what) => chief.PostAsync(People, People, Ct, ("Who", $"{who}"), ("What", what));
}
