using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Links;

namespace PayPage.Unit.Api.Fort;

public sealed class FortCheckAndUpdateTests : IAsyncLifetime
{
    private ApiHost _host = null!;    // set before each test

    private FortSystem _shop = null!;

    private string _linkId = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(Ct);
        _shop = await FortSystem.OfAsync(_host);
        _linkId = (await _shop.CallAsync(FortSystem.Link()))["payment_link_id"];
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_link_is_found_by_its_reference_and_by_its_id()
    {
        var byReference = await CheckAsync(("merchant_reference", "R-1"));
        var byId = await _shop.SendAsync(SignedWithoutMerchant(("query_command", "CHECK_PAYMENT_LINK_STATUS"), ("payment_link_id", _linkId)));

        Assert.All([byReference, byId], reply => Assert.Equal(
            ("12000", "Open", "50000", "AED", "2027-12-20T12:36:55Z", _linkId, "0"),
            (reply["response_code"], reply["payment_link_status"], reply["amount"], reply["currency"], reply["request_expiry_date"], reply["payment_link_id"], reply["payment_link_opened_count"])));
    }

    [Fact]
    public async Task Looking_writes_nothing()
    {
        var before = await StateAsync();
        await CheckAsync(("merchant_reference", "R-1"));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task How_often_it_was_opened_counts_browsers_and_no_machines()
    {
        await _host.InDatabaseAsync(async db =>
        {
            var link = await db.Links.AsNoTracking().SingleAsync(Ct);
            db.Visits.Add(new LinkVisits { LinkId = link.Id, MerchantId = link.MerchantId, MachineFetches = 7, LastMachineFetchAt = null, PageViews = 3, LastPageViewAt = null });
            await db.SaveChangesAsync(Ct);
        });

        Assert.Equal("3", (await CheckAsync(("merchant_reference", "R-1")))["payment_link_opened_count"]);
    }

    [Theory]
    [InlineData("merchant_reference", "R-2", "11036")]
    [InlineData("payment_link_id", "nobodys", "11149")]
    [InlineData("merchant_reference", null, "00001")]
    [InlineData("merchant_reference", "a b", "00002")]
    [InlineData("amount", "1", "00073")]
    public async Task What_is_not_there_is_said_by_its_code(string name, string? value, string code) =>
        Assert.Equal(code, (await CheckAsync((name, value)))["response_code"]);

    [Fact]
    public async Task Nobody_sees_or_changes_anothers_links_or_those_of_other_doors()
    {
        using var other = await FortSystem.OfAsync(_host, 1);
        var check = new Dictionary<string, string?> { ["query_command"] = "CHECK_PAYMENT_LINK_STATUS", ["merchant_reference"] = "R-1" };
        var update = new Dictionary<string, string?> { ["service_command"] = "UPDATE_PAYMENT_LINK", ["language"] = "en", ["payment_link_id"] = _linkId, ["payment_link_status"] = "Closed" };

        Assert.Equal(("11036", "49149"), ((await other.CallAsync(check))["response_code"], (await other.CallAsync(update))["response_code"]));

        using var api = _host.Client(ApiHost.OthersKey);
        await api.PostAsync(new Uri("/invoicing/v2/invoices", UriKind.Relative), Bodies.WithoutLines.AsJson(), Ct);
        check["merchant_reference"] = "INV-000001";
        Assert.Equal("11036", (await other.CallAsync(check))["response_code"]);
    }

    [Fact]
    public async Task Closing_takes_the_link_back_and_opening_gives_another()
    {
        var closed = await UpdateAsync(("payment_link_status", "Closed"));
        Assert.Equal(("48000", "Closed"), (closed["response_code"], closed["payment_link_status"]));
        Assert.Equal("Closed", (await CheckAsync(("merchant_reference", "R-1")))["payment_link_status"]);
        Assert.Equal("48000", (await UpdateAsync(("payment_link_status", "Closed")))["response_code"]);

        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        var open = await UpdateAsync(("payment_link_status", "Open"));
        Assert.Equal(("48000", "Open"), (open["response_code"], open["payment_link_status"]));
        Assert.NotEqual(closed["payment_link"], open["payment_link"]);
        Assert.Equal("49150", (await UpdateAsync(("payment_link_status", "Open")))["response_code"]);
        await _host.InDatabaseAsync(async db => Assert.Equal(
            [LinkStatus.Revoked, LinkStatus.Active], await db.Links.OrderBy(l => l.CreatedAt).Select(l => l.Status).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Amount_customer_and_description_change()
    {
        var reply = await UpdateAsync(("amount", "75000"), ("currency", "AED"), ("customer_name", "Tanya Lee"), ("order_description", "More flowers"));

        Assert.Equal("48000", reply["response_code"]);
        Assert.Equal("75000", (await CheckAsync(("merchant_reference", "R-1")))["amount"]);
        await _host.InDatabaseAsync(async db =>
        {
            var invoice = await db.Invoices.SingleAsync(Ct);
            Assert.Equal((75000L, "Tanya Lee", "tanya@example.com", "More flowers"), (invoice.Total, invoice.BillTo.Name, invoice.BillTo.Email, invoice.Description));
            Assert.Equal(new DateTimeOffset(2027, 12, 20, 12, 36, 55, TimeSpan.Zero), invoice.ExpiresAt);
        });
    }

    [Fact]
    public async Task Another_address_makes_another_link()
    {
        var before = (await CheckAsync(("merchant_reference", "R-1")))["payment_link"];
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await UpdateAsync(("customer_email", "tim@example.com"));

        Assert.Equal(("48000", "Open"), (after["response_code"], after["payment_link_status"]));
        Assert.NotEqual(before, after["payment_link"]);
    }

    [Theory]
    [InlineData("2027-12-20T10:00:00Z")]
    [InlineData("2027-12-20T23:00:00Z")]
    [InlineData("2028-01-31T10:00:00Z")]
    public async Task The_end_moves_to_the_second(string end)
    {
        Assert.Equal("48000", (await UpdateAsync(("request_expiry_date", end)))["response_code"]);
        Assert.Equal(end, (await CheckAsync(("merchant_reference", "R-1")))["request_expiry_date"]);
        await _host.InDatabaseAsync(async db => Assert.Equal(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture), (await db.Links.SingleAsync(Ct)).LivesUntil));
    }

    [Fact]
    public async Task An_expired_link_works_again_when_its_end_is_moved()
    {
        _host.Clock.Advance(TimeSpan.FromDays(500));
        await _host.UseAsync<PayPage.UseCases.Links.ExpireLinks, int>(expire => expire.HandleAsync(Ct));
        Assert.Equal("Expired", (await CheckAsync(("merchant_reference", "R-1")))["payment_link_status"]);
        Assert.Equal("49115", (await UpdateAsync(("amount", "1"), ("currency", "AED")))["response_code"]);
        Assert.Equal("49115", (await UpdateAsync(("payment_link_status", "Open")))["response_code"]);

        var reply = await UpdateAsync(("request_expiry_date", "2029-01-31T10:00:00Z"));
        Assert.Equal(("48000", "Open"), (reply["response_code"], reply["payment_link_status"]));
        await _host.InDatabaseAsync(async db => Assert.Single(await db.Links.Where(l => l.Status == LinkStatus.Active).ToListAsync(Ct)));
    }

    [Theory]
    [InlineData("00013", "amount", "1", "currency", "EUR")]
    [InlineData("00001", "amount", "1")]
    [InlineData("00001", "currency", "AED")]
    [InlineData("00005", "amount", "0", "currency", "AED")]
    [InlineData("00122", "request_expiry_date", "2026-11-01T00:00:00Z")]
    [InlineData("00002", "request_expiry_date", "tomorrow")]
    [InlineData("00033", "payment_link_status", "Paid")]
    [InlineData("00002", "customer_email", "nobody")]
    [InlineData("00073", "notification_type", "EMAIL")]
    [InlineData("00001")]
    public async Task What_cannot_be_changed_to_is_refused_and_changes_nothing(string code, params string[] pairs)
    {
        var before = await StateAsync();
        var reply = await UpdateAsync([.. pairs.Chunk(2).Select(pair => (pair[0], (string?)pair[1]))]);

        Assert.Equal(code, reply["response_code"]);
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData(50000, 0, "49125")]
    [InlineData(0, 50000, "49117")]
    [InlineData(10000, 0, "49117")]
    public async Task What_is_paid_or_being_paid_stays_as_it_is(long paid, long reserved, string code)
    {
        await _host.InDatabaseAsync(db => db.Invoices.ExecuteUpdateAsync(set => set.SetProperty(i => i.Paid, paid).SetProperty(i => i.Reserved, reserved), Ct));

        Assert.Equal(code, (await UpdateAsync(("payment_link_status", "Closed")))["response_code"]);
        Assert.Equal(paid == 50000 ? "Paid" : "Open", (await CheckAsync(("merchant_reference", "R-1")))["payment_link_status"]);
    }

    private Task<Dictionary<string, string>> CheckAsync((string Name, string? Value) which) =>
        _shop.CallAsync(new Dictionary<string, string?> { ["query_command"] = "CHECK_PAYMENT_LINK_STATUS", [which.Name] = which.Value });

    private Task<Dictionary<string, string>> UpdateAsync(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?> { ["service_command"] = "UPDATE_PAYMENT_LINK", ["language"] = "en", ["merchant_reference"] = "R-1" };

        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return _shop.CallAsync(parameters);
    }

    private Dictionary<string, string?> SignedWithoutMerchant(params (string Name, string? Value)[] parameters)
    {
        var all = parameters.Append(("access_code", _shop.Door.AccessCode)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        all["signature"] = PayPage.Domain.Fort.FortSignature.Of(all, _shop.Phrases.Request, _shop.Door.Digest);
        return all;
    }

    private async Task<(int Links, long Versions, int Events)> StateAsync()
    {
        (int, long, int) state = default;
        await _host.InDatabaseAsync(async db => state = (await db.Links.CountAsync(Ct), await db.Invoices.SumAsync(i => i.Version, Ct), await db.Audit.CountAsync(Ct)));
        return state;
    }
}
