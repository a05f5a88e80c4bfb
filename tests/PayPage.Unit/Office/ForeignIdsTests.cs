using System.Net;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

/// <summary>No way leads from one merchant's back office to another's things: every route is asked with foreign ids.</summary>
public sealed class ForeignIdsTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    // Names in addresses that name no thing of a merchant's.
    private static readonly string[] Harmless = ["what", "kind", "of", "format", "status", "device", "scheme", "state"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_merchants_administrator_finds_nothing_under_this_merchants_address()
    {
        var other = await OfficeThings.OtherMerchantAsync(office.Site, Ct);
        using var foreigner = await Colleague.HiredAsync(office.Site, other, Role.Admin, Ct);
        var things = await OfficeThings.OfAsync(office.Site, office.Admin.Id, Ct);
        Assert.Equal(HttpStatusCode.OK, (await foreigner.GetAsync($"/merchant/{other}", Ct)).StatusCode);

        await NothingAsync(foreigner, things, (await OfficeRoutes.OfAsync(office.Site)).Where(r => r.IsOfMerchant));
    }

    [Fact]
    public async Task Nor_do_foreign_ids_lead_anywhere_under_his_own()
    {
        var other = await OfficeThings.OtherMerchantAsync(office.Site, Ct);
        using var foreigner = await Colleague.HiredAsync(office.Site, other, Role.Admin, Ct);
        var things = await OfficeThings.OfAsync(office.Site, office.Admin.Id, Ct);
        things["merchant"] = $"{other}";
        var before = await Everything.OfAsync(office.Site, Ct);

        await NothingAsync(foreigner, things, (await OfficeRoutes.OfAsync(office.Site)).Where(r => r.IsOfMerchant && r.Names.Except(Harmless).Any()));
        Assert.Equal(before, await Everything.OfAsync(office.Site, Ct));
    }

    [Theory]
    [InlineData("mer_")]
    [InlineData("mer_00000000000000000000000000000000")]
    [InlineData("mer_xyz")]
    [InlineData("1")]
    [InlineData("MER_00000000000000000000000000000000")]
    public async Task An_address_that_names_no_merchant_is_not_found(string merchant) =>
        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.GetAsync($"/merchant/{merchant}/invoices", Ct)).StatusCode);

    private static async Task NothingAsync(Colleague who, IReadOnlyDictionary<string, string> things, IEnumerable<OfficeRoute> routes)
    {
        var found = new List<string>();

        foreach (var route in routes)
        {
            var answer = route.Verb == "POST" ? await who.PostAsync(route.Path(things), null, Ct) : await who.GetAsync(route.Path(things), Ct);

            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                found.Add($"{route}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(found);
    }
}
