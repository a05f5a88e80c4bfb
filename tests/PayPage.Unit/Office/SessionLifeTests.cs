using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

/// <summary>How long a browser stays signed in, and what its owner sees of that.</summary>
public sealed partial class SessionLifeTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private const string Page = "/merchant/account/sessions";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_holds_every_browser_that_can_still_be_used_and_no_other()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        var now = DateTimeOffset.UtcNow;
        await AddAsync(owner.Id, 60, seen: now.AddMinutes(1), ends: now.AddSeconds(-1), "Run out");
        await AddAsync(owner.Id, 55, seen: now.AddDays(-29), ends: now.AddDays(1), "Still good");

        var list = await owner.ReadAsync(Page, Ct);

        Assert.Equal(56, Sessions().Count(list));
        Assert.Contains("Still good", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Run out", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_lasts_no_longer_than_its_session()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(Page, Ct)).StatusCode);

        await EndAtAsync(owner.Id, DateTimeOffset.UtcNow.AddSeconds(-1));

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.GetAsync(Page, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("false", 12)]
    [InlineData("true", 30 * 24)]
    public async Task A_session_lasts_as_long_as_its_owner_asked_for(string stay, int hours)
    {
        var email = $"stay.{stay}@northgate.example";
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct, email);
        using var browser = Colleague.Stranger(office.Site);

        await browser.PostAsync("/merchant/sign-in", "/merchant/sign-in", Ct, ("Email", email), ("Password", Colleague.Password), ("Stay", stay));

        var newest = (await OfAsync(owner.Id)).MaxBy(s => s.CreatedAt)!;
        Assert.InRange(newest.EndsAt - newest.CreatedAt, TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Reading_prolongs_a_session_with_its_cookie_in_the_second_half_of_its_time()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        using var browser = Colleague.Stranger(office.Site);
        var begun = Assert.Single(await OfAsync(owner.Id));

        Assert.False(await ReadAsync(browser, begun, age: TimeSpan.FromHours(5), left: TimeSpan.FromHours(7)));
        Assert.Equal(begun.EndsAt, Assert.Single(await OfAsync(owner.Id)).EndsAt);

        var soon = DateTimeOffset.UtcNow.AddHours(5);
        await EndAtAsync(owner.Id, soon);
        Assert.True(await ReadAsync(browser, begun, age: TimeSpan.FromHours(7), left: TimeSpan.FromHours(5)));

        var after = Assert.Single(await OfAsync(owner.Id));
        Assert.InRange(after.EndsAt - soon, TimeSpan.FromHours(7) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(7) + TimeSpan.FromMinutes(1));
        Assert.Equal(begun.SeenAt, after.SeenAt);
    }

    [Fact]
    public async Task A_session_that_was_ended_is_not_prolonged()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        using var browser = Colleague.Stranger(office.Site);
        var begun = Assert.Single(await OfAsync(owner.Id));
        await using var db = office.Site.OpenDatabase();
        await db.Sessions.Where(s => s.UserId == owner.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, DateTimeOffset.UtcNow), Ct);

        using var request = await RequestAsync(begun, age: TimeSpan.FromHours(7), left: TimeSpan.FromHours(5));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(request, Ct)).StatusCode);

        Assert.Equal(begun.EndsAt, Assert.Single(await OfAsync(owner.Id)).EndsAt);
    }

    /// <returns>Whether the cookie was given anew.</returns>
    private async Task<bool> ReadAsync(Colleague browser, OfficeSession session, TimeSpan age, TimeSpan left)
    {
        using var request = await RequestAsync(session, age, left);
        var answer = await browser.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("paypage-office=", StringComparison.Ordinal));
    }

    /// <summary>With a cookie as the site gave it some time ago: the site's own clock cannot be turned.</summary>
    private async Task<HttpRequestMessage> RequestAsync(OfficeSession session, TimeSpan age, TimeSpan left)
    {
        await using var scope = office.Site.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<OfficeUser>>().FindByIdAsync($"{session.UserId.Value}");
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<OfficeUser>>().CreateAsync(user!);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim("session", $"{session.Id.Value:N}"));
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = now - age, ExpiresUtc = now + left }, IdentityConstants.ApplicationScheme);
        var cookies = office.Site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Page, UriKind.Relative));
        request.Headers.Add("Cookie", $"paypage-office={cookies.TicketDataFormat.Protect(ticket)}");
        return request;
    }

    private async Task<IReadOnlyList<OfficeSession>> OfAsync(UserId user)
    {
        await using var db = office.Site.OpenDatabase();
        return await db.Sessions.AsNoTracking().Where(s => s.UserId == user).ToListAsync(Ct);
    }

    private async Task EndAtAsync(UserId user, DateTimeOffset when)
    {
        await using var db = office.Site.OpenDatabase();
        await db.Sessions.Where(s => s.UserId == user).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndsAt, when), Ct);
    }

    private async Task AddAsync(UserId user, int count, DateTimeOffset seen, DateTimeOffset ends, string device)
    {
        await using var db = office.Site.OpenDatabase();
        var ids = office.Site.Services.GetRequiredService<IdSource>();
        db.Sessions.AddRange(Enumerable.Range(0, count).Select(_ => new OfficeSession
        {
            Id = SessionId.New(ids),
            UserId = user,
            CreatedAt = seen,
            SeenAt = seen,
            EndsAt = ends,
            Device = device,
            Address = "::1",
        }));
        await db.SaveChangesAsync(Ct);
    }

    [GeneratedRegex("name=\"Session\" value=\"(ses_[0-9a-f]{32})\"")]
    private static partial Regex Sessions();
}
