using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.SignIn;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>First run of a site that nobody knows yet.</summary>
public sealed class SetUpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_administrator_is_made_with_the_code_that_was_printed_and_is_signed_in()
    {
        await using var site = NewSite();
        using var first = Colleague.Stranger(site);

        var answer = await SetUpAsync(first, Code(site));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var home = (await first.GetAsync("/merchant", Ct)).Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync(home, Ct)).StatusCode);
        await using var db = site.OpenDatabase();
        var merchant = await db.Merchants.SingleAsync(Ct);
        Assert.Equal(("Corner Shop", "Europe/Madrid", "EUR"), (merchant.Name, merchant.TimeZone, merchant.DefaultCurrency?.Code));
        Assert.Single(await db.Accounts.Where(a => a.MerchantId == merchant.Id).ToListAsync(Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Without_the_code_nobody_is_made(string code)
    {
        await using var site = NewSite();
        using var stranger = Colleague.Stranger(site);

        Assert.Equal(HttpStatusCode.Forbidden, (await SetUpAsync(stranger, code, Code(site))).StatusCode);
        await using var db = site.OpenDatabase();
        Assert.Empty(await db.Users.ToListAsync(Ct));
    }

    [Fact]
    public async Task Of_ten_who_set_up_at_once_one_is_made()
    {
        await using var site = NewSite();
        var all = Enumerable.Range(0, 10).Select(_ => Colleague.Stranger(site)).ToList();

        var answers = await Task.WhenAll(all.Select((one, i) => SetUpAsync(one, Code(site), pageCode: "", email: $"admin{i}@example.com")));

        Assert.Equal([HttpStatusCode.SeeOther, .. Enumerable.Repeat(HttpStatusCode.Gone, 9)], answers.Select(a => a.StatusCode).Order());
        await using var db = site.OpenDatabase();
        Assert.Single(await db.Users.ToListAsync(Ct));
        Assert.Single(await db.Merchants.ToListAsync(Ct));
        all.ForEach(one => one.Dispose());
    }

    [Fact]
    public async Task It_closes_itself()
    {
        await using var site = NewSite();
        using var first = Colleague.Stranger(site);
        var code = Code(site);
        await SetUpAsync(first, code);
        using var second = Colleague.Stranger(site);

        Assert.Contains("set up already", await second.ReadAsync($"/merchant/set-up?code={code}", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await SetUpAsync(second, code, $"{code}", email: "second@example.com")).StatusCode);
    }

    [Fact]
    public async Task An_address_at_an_international_domain_is_the_same_at_the_door_however_it_is_typed()
    {
        await using var site = NewSite();
        using var first = Colleague.Stranger(site);
        Assert.Equal(HttpStatusCode.SeeOther, (await SetUpAsync(first, Code(site), email: "ann@bücher.example")).StatusCode);
        using var later = Colleague.Stranger(site);
        using var elsewhere = Colleague.Stranger(site);

        Assert.Equal("/merchant", (await later.SignInAsync("Ann@Bücher.example", "a few quiet words", Ct)).Headers.Location?.OriginalString);
        Assert.Equal("/merchant", (await elsewhere.SignInAsync("ann@xn--bcher-kva.example", "a few quiet words", Ct)).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("Password", "short")]
    [InlineData("Email", "nobody")]
    [InlineData("Email", "\uFFFE@x.test")]
    [InlineData("Business", " ")]
    [InlineData("TimeZone", "Mars/Olympus")]
    [InlineData("Currency", "XYZ")]
    [InlineData("Name", "")]
    public async Task A_field_that_will_not_do_is_named_and_nothing_is_lost(string field, string value)
    {
        await using var site = NewSite();
        using var first = Colleague.Stranger(site);

        var answer = await SetUpAsync(first, Code(site), change: (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains($"id=\"{field}-fault\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("a few quiet words", page, StringComparison.Ordinal);
        Assert.True(field == "Email" || page.Contains("ann@example.com", StringComparison.Ordinal));
        await using var db = site.OpenDatabase();
        Assert.Empty(await db.Users.ToListAsync(Ct));
    }

    private static RunningSite NewSite() => new(("Demo:Enabled", "false"));

    private static string Code(RunningSite site) => site.Services.GetRequiredService<SetUpCode>().Make();

    /// <param name="pageCode">Null: the form is opened first. Else another page stands for it, which is there also when the form is gone.</param>
    private static Task<HttpResponseMessage> SetUpAsync(
        Colleague who, string code, string? pageCode = null, string email = "ann@example.com", (string Field, string Value)? change = null) => who.PostAsync(
        "/merchant/set-up",
        pageCode is null ? $"/merchant/set-up?code={Uri.EscapeDataString(code)}" : $"/merchant/sign-out",
        Ct,
        [.. new (string Name, string Value)[]
        {
            ("Code", code), ("Business", "Corner Shop"), ("Name", "Ann Lee"), ("Email", email), ("Password", "a few quiet words"), ("TimeZone", "Europe/Madrid"),
            ("Currency", "eur"),
        }.Select(f => f.Name == change?.Field ? (f.Name, change.Value.Value) : f)]);
}
