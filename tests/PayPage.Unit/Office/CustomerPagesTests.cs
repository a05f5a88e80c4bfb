using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Customers;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

public sealed class CustomerPagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Root => $"/merchant/{office.Merchant}/customers";

    [Fact]
    public async Task A_customer_is_added_found_and_shown()
    {
        var path = await AddAsync(("Name", "Ada Byron"), ("Email", "ada@example.com"), ("CompanyName", "Engines & Sons"), ("MerchantCustomerId", "K-1815"), ("GetsNoLink", "true"));

        var list = await office.Admin.ReadAsync($"{Root}?search=engines", Ct);
        var page = WebUtility.HtmlDecode(await office.Admin.ReadAsync(path, Ct));

        Assert.Contains($"href=\"{path}\"", list, StringComparison.Ordinal);
        Assert.Contains("Ada Byron", list, StringComparison.Ordinal);
        Assert.Contains("value=\"Engines & Sons\"", page, StringComparison.Ordinal);
        Assert.Contains($"/new-invoice?customer={path[(path.LastIndexOf('/') + 1)..]}", page, StringComparison.Ordinal);
        Assert.Contains("No invoice yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_of_the_demo_is_shown_with_his_invoices_and_what_he_owes()
    {
        await using var db = office.Site.OpenDatabase();
        var id = await db.Invoices.Where(i => i.Number == "DEMO-OVERDUE").Select(i => i.CustomerId).SingleAsync(Ct);

        var page = await office.Admin.ReadAsync($"{Root}/{id}", Ct);

        Assert.Contains("DEMO-OVERDUE", page, StringComparison.Ordinal);
        Assert.Contains("Overdue", page, StringComparison.Ordinal);
        Assert.Contains(" open:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_words_are_shown_and_nothing_more()
    {
        var path = await AddAsync(("Name", "<script>alert(1)</script>\u202Eevil"), ("MerchantCustomerId", "\"><img src=x onerror=alert(2)>"));

        foreach (var page in new[] { path, Root, $"{Root}?search=%3Cscript%3Ealert(3)%3C%2Fscript%3E", $"{Root}?after=%22%3E%3Cscript%3E&before=cus_x" })
        {
            var text = await office.Admin.ReadAsync(page, Ct);
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Faults_are_said_at_their_fields_and_what_was_typed_stays()
    {
        var answer = await office.Admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, ("Name", "Ada"), ("Email", "ada at example"), ("Phone", "0612"));
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"Email-fault\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"Phone-fault\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"ada at example\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_second_is_told_what_the_first_one_saved()
    {
        var path = await AddAsync(("Name", "Grace"), ("Email", "grace@example.com"));

        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync(path, path, Ct, ("Seen", "1"), ("Name", "Grace Hopper"), ("Email", "grace@example.com"))).StatusCode);
        var second = await office.Admin.PostAsync(path, path, Ct, ("Seen", "1"), ("Name", "Grace H."), ("Email", "grace@example.com"));
        var page = await second.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("A colleague has saved this meanwhile: Grace Hopper", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Grace H.\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Seen\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Admin.PostAsync(path, path, Ct, ("Seen", "2"), ("Name", "Grace H."), ("Email", "grace@example.com"))).StatusCode);
    }

    [Theory]
    [InlineData("cus_00000000000000000000000000000000")]
    [InlineData("cus_")]
    [InlineData("inv_00000000000000000000000000000000")]
    [InlineData("%00")]
    [InlineData("..%2F..")]
    public async Task A_customer_that_is_none_is_not_there(string id)
    {
        var status = (await office.Admin.GetAsync($"{Root}/{id}", Ct)).StatusCode;

        Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{(int)status}");
    }

    [Fact]
    public async Task Another_merchants_customer_is_not_there_and_stays_as_he_was()
    {
        var foreign = await ForeignAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.GetAsync($"{Root}/{foreign}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.PostAsync($"{Root}/{foreign}", Root + "/new", Ct, ("Seen", "1"), ("Name", "Mine"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, ("Attempt", $"{foreign}"), ("Name", "Mine"))).StatusCode);
        Assert.DoesNotContain("Foreign Person", await office.Admin.ReadAsync($"{Root}?search=Foreign", Ct), StringComparison.Ordinal);

        await using var db = office.Site.OpenDatabase();
        Assert.Equal("Foreign Person", await db.Customers.Where(c => c.Id == foreign).Select(c => c.Name).SingleAsync(Ct));
    }

    [Fact]
    public async Task Who_may_only_look_sees_no_form()
    {
        var path = await AddAsync(("Name", "Lin"), ("Email", "lin@example.com"));
        using var cashier = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Cashier, Ct);

        var page = await cashier.ReadAsync(path, Ct);

        Assert.Contains("lin@example.com", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Seen\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("New invoice for this customer", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await cashier.PostAsync(path, null, Ct, ("Seen", "1"), ("Name", "Mine"))).StatusCode);
    }

    [Fact]
    public async Task Without_customers_the_page_teaches()
    {
        var merchant = await OtherMerchantAsync();
        using var admin = await Colleague.HiredAsync(office.Site, merchant, Role.Admin, Ct);

        var page = await admin.ReadAsync($"/merchant/{merchant}/customers", Ct);

        Assert.Contains("No customers yet", page, StringComparison.Ordinal);
        Assert.Contains($"/merchant/{merchant}/new-invoice", page, StringComparison.Ordinal);
    }

    private async Task<string> AddAsync(params (string Name, string Value)[] fields)
    {
        var answer = await office.Admin.PostAsync($"{Root}/new", $"{Root}/new", Ct, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return $"{answer.Headers.Location}";
    }

    private async Task<MerchantId> OtherMerchantAsync()
    {
        await using var db = office.Site.OpenDatabase();
        var merchant = new Merchant { Id = new MerchantId(Guid.NewGuid()), Name = "Other Flowers", Email = "other@example.com", TimeZone = "UTC", CreatedAt = DateTimeOffset.UtcNow };
        db.Merchants.Add(merchant);
        await db.SaveChangesAsync(Ct);
        return merchant.Id;
    }

    private async Task<CustomerId> ForeignAsync()
    {
        var merchant = await OtherMerchantAsync();
        await using var db = office.Site.OpenDatabase();
        var customer = new Customer { Id = new CustomerId(Guid.NewGuid()), MerchantId = merchant, Name = "Foreign Person", CreatedAt = DateTimeOffset.UtcNow };
        db.Customers.Add(customer);
        await db.SaveChangesAsync(Ct);
        return customer.Id;
    }
}
