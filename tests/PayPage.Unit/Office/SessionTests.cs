using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

public sealed partial class SessionTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private const string Page = "/merchant/account/sessions";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_sees_his_browsers_and_signs_one_of_them_out()
    {
        const string email = "browsers@northgate.example";
        using var here = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var there = Colleague.Stranger(office.Site);
        await there.SignInAsync(email, Colleague.Password, Ct);
        using var elsewhere = Colleague.Stranger(office.Site);
        await elsewhere.SignInAsync(email, Colleague.Password, Ct);
        var list = await here.ReadAsync(Page, Ct);
        var newest = Sessions().Matches(list).Select(m => m.Groups[1].Value).First();

        Assert.Equal(3, Sessions().Count(list));
        Assert.Contains("This one", list, StringComparison.Ordinal);
        await here.PostAsync(Page, Page, Ct, ("Session", newest));

        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.GetAsync(Page, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(Page, Ct)).StatusCode);
        await here.PostAsync($"{Page}?handler=others", Page, Ct);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.GetAsync(Page, Ct)).StatusCode);
        Assert.Equal(1, Sessions().Count(await here.ReadAsync(Page, Ct)));
    }

    [Fact]
    public async Task Nobody_signs_another_person_out()
    {
        using var victim = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        using var thief = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Admin, Ct);
        await using var db = office.Site.OpenDatabase();
        var session = await db.Sessions.Where(s => s.UserId == victim.Id).Select(s => s.Id).SingleAsync(Ct);

        await thief.PostAsync(Page, Page, Ct, ("Session", $"{session}"));

        Assert.Equal(HttpStatusCode.OK, (await victim.GetAsync(Page, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await thief.PostAsync(Page, Page, Ct, ("Session", "nonsense"))).StatusCode);
    }

    [GeneratedRegex("name=\"Session\" value=\"(ses_[0-9a-f]{32})\"")]
    private static partial Regex Sessions();
}
