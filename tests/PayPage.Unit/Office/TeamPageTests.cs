using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

public sealed class TeamPageTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private const string NewPassword = "tulips at the canal";

    private string Team => $"/merchant/{office.Merchant}/team";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_new_makes_an_account_of_an_invitation_and_is_at_work_at_once()
    {
        const string email = "new.one@example.com";
        var link = await InviteAsync(email, Role.Cashier);
        using var guest = Colleague.Stranger(office.Site);
        Assert.Contains("invites you to", await guest.ReadAsync(link, Ct), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync(link, link, Ct, ("Name", ""), ("Password", "short"))).StatusCode);
        Assert.Equal($"/merchant/{office.Merchant}", (await guest.PostAsync(link, link, Ct, ("Name", "New One"), ("Password", NewPassword))).Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("/merchant/account", Ct)).StatusCode);
        Assert.Equal(Role.Cashier, await RoleAsync(email));
        using var later = Colleague.Stranger(office.Site);
        Assert.Equal(HttpStatusCode.Gone, (await later.GetAsync(link, Ct)).StatusCode);
    }

    [Fact]
    public async Task An_invitation_accepted_by_several_at_once_makes_one_account()
    {
        const string email = "twice@example.com";
        var link = await InviteAsync(email, Role.Sales);
        var guests = Enumerable.Range(0, 3).Select(_ => Colleague.Stranger(office.Site)).ToList();

        var answers = await Task.WhenAll(guests.Select(guest => guest.PostAsync(link, link, Ct, ("Name", "New One"), ("Password", NewPassword))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.Gone));
        await using var db = office.Site.OpenDatabase();
        Assert.Equal(1, await db.People.CountAsync(p => p.Email == email, Ct));
        guests.ForEach(guest => guest.Dispose());
    }

    [Fact]
    public async Task Who_has_an_account_joins_signed_in_and_nobody_joins_in_his_place()
    {
        const string email = "known@example.com";
        using var known = await Colleague.HiredAsync(office.Site, office.Merchant, null, Ct, email);
        using var other = await Colleague.HiredAsync(office.Site, office.Merchant, null, Ct);
        using var stranger = Colleague.Stranger(office.Site);
        var link = await InviteAsync(email, Role.Sales);

        Assert.Contains($"Sign in as {email}", await stranger.ReadAsync(link, Ct), StringComparison.Ordinal);
        await stranger.PostAsync(link, link, Ct, ("Name", "Thief"), ("Password", NewPassword));
        Assert.Contains("for another address", await other.ReadAsync(link, Ct), StringComparison.Ordinal);
        await other.PostAsync(link, link, Ct);
        Assert.Null(await RoleAsync(email));

        Assert.Equal($"/merchant/{office.Merchant}", (await known.PostAsync(link, link, Ct)).Headers.Location?.OriginalString);
        Assert.Equal(Role.Sales, await RoleAsync(email));
    }

    [Fact]
    public async Task A_forged_invitation_and_one_that_was_taken_back_are_refused_on_the_page()
    {
        const string email = "unwanted@example.com";
        var link = await InviteAsync(email, Role.Sales);
        await using var db = office.Site.OpenDatabase();
        var id = await db.Invitations.Where(i => i.Email == email).Select(i => i.Id).SingleAsync(Ct);
        using var guest = Colleague.Stranger(office.Site);
        await office.Admin.PostAsync($"{Team}?handler=revoke", Team, Ct, ("Invitation", $"{id}"));

        foreach (var (path, status, words) in new[]
        {
            (link, HttpStatusCode.Gone, "does not work any more"), (link[..^2], HttpStatusCode.NotFound, "This is no invitation"),
            ($"/merchant/invitation/{id}", HttpStatusCode.NotFound, "This is no invitation"),
        })
        {
            var answer = await guest.GetAsync(path, Ct);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            Assert.Equal(status, (await guest.PostAsync(path, "/merchant/sign-in", Ct, ("Name", "Thief"), ("Password", NewPassword))).StatusCode);
        }

        Assert.False(await db.People.AnyAsync(p => p.Email == email, Ct));
    }

    [Fact]
    public async Task A_role_changed_in_the_midst_of_work_counts_at_the_next_request()
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Admin, Ct);
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync(Team, Ct)).StatusCode);

        await office.Admin.PostAsync($"{Team}?handler=role", Team, Ct, ("Who", $"{colleague.Id}"), ("Role", "Cashier"));
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync(Team, Ct)).StatusCode);

        await office.Admin.PostAsync($"{Team}?handler=remove", Team, Ct, ("Who", $"{colleague.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(Team, Ct)).StatusCode);
    }

    [Fact]
    public async Task Nobody_takes_rights_from_himself_without_saying_so()
    {
        using var admin = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Admin, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"{Team}?handler=role", Team, Ct, ("Who", $"{admin.Id}"), ("Role", "Sales"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"{Team}?handler=remove", Team, Ct, ("Who", $"{admin.Id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostAsync($"{Team}?handler=remove", Team, Ct, ("Who", $"{admin.Id}"), ("Sure", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Team, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("Email", "nonsense", "Role", "Sales")]
    [InlineData("Email", "somebody@example.com", "Role", "Emperor")]
    [InlineData("Email", "somebody@example.com", "Role", "0")]
    public async Task An_invitation_of_nobody_or_to_nothing_is_told_at_its_field(string name, string value, string other, string otherValue)
    {
        var answer = await office.Admin.PostAsync(Team, Team, Ct, (name, value), (other, otherValue));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("One thing needs your attention", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private async Task<string> InviteAsync(string email, Role role)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync(Team, Team, Ct, ("Email", email), ("Role", $"{role}"))).StatusCode);
        return await Letters.LinkAsync(office.Site, email, "/merchant/invitation/", Ct);
    }

    private async Task<Role?> RoleAsync(string email)
    {
        await using var db = office.Site.OpenDatabase();
        var id = await db.People.Where(p => p.Email == email).Select(p => p.Id).SingleAsync(Ct);
        var user = new UserId(id);
        return await db.Memberships.Where(m => m.MerchantId == office.Merchant && m.UserId == user).Select(m => (Role?)m.Role).SingleOrDefaultAsync(Ct);
    }
}
