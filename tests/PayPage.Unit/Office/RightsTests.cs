using System.Globalization;
using System.Net;
using System.Text;
using PayPage.Domain.Team;
using PayPage.Pages.Office;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>Who may do what in the back office: the table that was approved, and every page asked in every role.</summary>
public sealed class RightsTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_of_rights_is_the_one_that_was_approved()
    {
        var routes = await OfficeRoutes.OfAsync(office.Site);
        var table = new StringBuilder("""
            # Who may do what

            Drawn by a test from the pages themselves and from `Domain/Team/Rights.cs`; every row is asked in every role.

            | right |
            """);
        var roles = Enum.GetValues<Role>();
        table.Append(CultureInfo.InvariantCulture, $" {string.Join(" | ", roles.Select(RoleWords.Name))} |\n|---|{string.Concat(roles.Select(_ => "---|"))}\n");

        foreach (var right in Enum.GetValues<Right>())
        {
            table.Append(CultureInfo.InvariantCulture, $"| {RoleWords.Of(right)} | {string.Join(" | ", roles.Select(role => role.May(right) ? "yes" : ""))} |\n");
        }

        table.Append("\n## Pages and forms\n\n| request | needs |\n|---|---|\n");

        foreach (var route in routes)
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{route}` | {Words(route)} |\n");
        }

        Approved.File("docs/permissions.md", table.ToString());
    }

    [Fact]
    public async Task Every_page_of_a_merchant_names_the_right_it_needs() => Assert.Empty(
        (await OfficeRoutes.OfAsync(office.Site)).Where(r => r.IsOfMerchant && r.Model.GetCustomAttributes(typeof(NeedsAttribute), true).Length != 1).Select(r => $"{r}"));

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Cashier)]
    [InlineData(Role.Sales)]
    [InlineData(Role.SalesAllocations)]
    [InlineData(Role.SalesManager)]
    public async Task A_role_reaches_what_it_may_and_nothing_else(Role role)
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, role, Ct);
        var things = await OfficeThings.OfAsync(office.Site, office.Admin.Id, Ct);
        var wrong = new List<string>();

        foreach (var route in (await OfficeRoutes.OfAsync(office.Site)).Where(r => r.IsOfMerchant))
        {
            var may = route.Needs.All(right => role.May(right));
            var status = await AskAsync(colleague, route, things);

            // What an empty form is answered with is another test's matter: here it is only whether anybody listens.
            if (may ? status is HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError : status != HttpStatusCode.Forbidden)
            {
                wrong.Add($"{route}: {(int)status}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_reaches_a_page_without_signing_in()
    {
        using var stranger = Colleague.Stranger(office.Site);
        var things = await OfficeThings.OfAsync(office.Site, office.Admin.Id, Ct);

        foreach (var route in (await OfficeRoutes.OfAsync(office.Site)).Where(r => r.IsSignedIn))
        {
            var answer = await stranger.SendAsync(route.Verb, route.Path(things), route.Verb == "POST" ? [] : null, Ct);
            Assert.True(
                answer.StatusCode == HttpStatusCode.BadRequest    // a form without its token is not even looked at
                || (answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.OriginalString.StartsWith("/merchant/sign-in", StringComparison.Ordinal)),
                $"{route}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task What_is_for_operators_is_not_there_for_others()
    {
        var things = await OfficeThings.OfAsync(office.Site, office.Admin.Id, Ct);

        foreach (var route in (await OfficeRoutes.OfAsync(office.Site)).Where(r => r.IsOfOperator))
        {
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(office.Admin, route, things));
        }
    }

    [Fact]
    public async Task A_page_takes_no_verb_that_it_does_not_handle()
    {
        var things = await OfficeThings.OfAsync(office.Site, office.Admin.Id, Ct);

        foreach (var pattern in (await OfficeRoutes.OfAsync(office.Site)).Where(r => r.IsOfMerchant && r.Handler.Length == 0).DistinctBy(r => r.Pattern))
        {
            foreach (var verb in new[] { "PUT", "DELETE", "PATCH", "OPTIONS" })
            {
                var answer = await office.Admin.SendAsync(verb, pattern.Path(things), null, Ct);
                Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{verb} {pattern.Pattern}: {(int)answer.StatusCode}");
            }
        }
    }

    private static async Task<HttpStatusCode> AskAsync(Colleague colleague, OfficeRoute route, IReadOnlyDictionary<string, string> things) =>
        (route.Verb == "POST" ? await colleague.PostAsync(route.Path(things), null, Ct) : await colleague.GetAsync(route.Path(things), Ct)).StatusCode;

    private static string Words(OfficeRoute route) => route switch
    {
        { IsOfMerchant: true } => string.Join(" and ", route.Needs.Distinct().Select(RoleWords.Of)),
        { IsOfOperator: true } => "an operator",
        { IsSignedIn: true } => "being signed in",
        _ => "",
    };
}
