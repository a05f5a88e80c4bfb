using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Fort;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Fort;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Fort;

public sealed class FeedbackTests : IAsyncLifetime
{
    private World _world = null!;    // set before each test

    private HookReceiver _direct = null!;

    private HookReceiver _later = null!;

    private FortPhrases _phrases = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_world, _direct, _later) = (await World.CreateAsync(), await HookReceiver.StartAsync(), await HookReceiver.StartAsync());
        _phrases = (await _world.UseAsync<ChangeFortDoor, FortPhrases?>(change => change.MakeAsync(_world.Caller, Ct)))!;
        await SetAsync(isJson: false);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _direct.DisposeAsync();
        await _later.DisposeAsync();
    }

    [Fact]
    public async Task Money_is_told_at_once_in_form_fields_that_are_signed()
    {
        var (invoice, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Succeeded);
        await SendAllAsync();

        var told = Assert.Single(_direct.All);
        var said = Fields(told);
        Assert.StartsWith("application/x-www-form-urlencoded", told.ContentType, StringComparison.Ordinal);
        Assert.Equal(
            ("PURCHASE", "R-1", "50000", "AED", "14000", "14", "Success", "en", "tanya@example.com"),
            (said["command"], said["merchant_reference"], said["amount"], said["currency"], said["response_code"], said["status"], said["response_message"], said["language"], said["customer_email"]));
        Assert.Equal(("************4242", "VISA", "ECOMMERCE", payment.Reference), (said["card_number"], said["payment_option"], said["eci"], said["fort_id"]));
        Assert.Equal(invoice.Own.LinkId, said["payment_link_id"]);
        Assert.False(said.ContainsKey("customer_name"));
        Assert.True(FortSignature.Fits(said["signature"], said!, _phrases.Response, FortDigest.Sha256));
        Assert.Empty(_later.All);
    }

    [Fact]
    public async Task It_is_JSON_where_that_is_wanted()
    {
        await SetAsync(isJson: true);
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Succeeded);
        await SendAllAsync();

        var said = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(Assert.Single(_direct.All).Body)!;
        Assert.Equal("14000", said["response_code"]);
        Assert.True(FortSignature.Fits(said["signature"], said!, _phrases.Response, FortDigest.Sha256));
    }

    [Theory]
    [InlineData(ProcessorState.Declined, "13666")]
    [InlineData(ProcessorState.Expired, "13778")]
    public async Task A_payment_that_came_to_nothing_is_told_too(ProcessorState state, string code)
    {
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, state);
        await SendAllAsync();

        Assert.Equal(code, Fields(Assert.Single(_direct.All))["response_code"]);
    }

    [Fact]
    public async Task Money_on_its_way_is_told_and_its_end_is_later_news()
    {
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Processing);
        await SendAllAsync();
        await _world.RecordAsync(payment, ProcessorState.Succeeded);
        await SendAllAsync();

        Assert.Equal(("19000", "14000"), (Fields(Assert.Single(_direct.All))["response_code"], Fields(Assert.Single(_later.All))["response_code"]));
    }

    [Fact]
    public async Task Later_news_wait_for_earlier_ones_of_the_same_payment()
    {
        _direct.AnswerWith(500);
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Processing);
        await SendAllAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.RecordAsync(payment, ProcessorState.Succeeded);
        await SendAllAsync();
        Assert.Empty(_later.All);

        _direct.AnswerWith(200);
        _world.Clock.Advance(FortFeedback.Pause);
        await SendAllAsync();
        Assert.Equal((2, 1), (_direct.All.Count, _later.All.Count));
    }

    [Fact]
    public async Task Without_a_second_address_all_goes_to_the_first()
    {
        await SetAsync(isJson: false, later: null);
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Processing);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.RecordAsync(payment, ProcessorState.Succeeded);
        await SendAllAsync();

        Assert.Equal(["19000", "14000"], _direct.All.Select(told => Fields(told)["response_code"]));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(302, true)]
    [InlineData(301, false)]
    [InlineData(404, false)]
    [InlineData(500, false)]
    public async Task Which_answers_are_a_yes(int status, bool isYes)
    {
        _direct.AnswerWith(status);
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Succeeded);
        await SendAllAsync();

        var row = await RowAsync();
        Assert.Equal((isYes, status, 1), (row.SentAt is not null, row.LastStatus, row.Attempts));
    }

    [Fact]
    public async Task It_is_repeated_ten_times_ten_seconds_apart_and_then_given_up()
    {
        _direct.AnswerWith(503);
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Succeeded);

        for (var repeat = 0; repeat <= 10; repeat++)
        {
            await SendAllAsync();
            Assert.Equal(repeat + 1, _direct.All.Count);

            _world.Clock.Advance(TimeSpan.FromSeconds(9));
            await SendAllAsync();
            Assert.Equal(repeat + 1, _direct.All.Count);
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await SendAllAsync();
        var row = await RowAsync();
        Assert.Equal((11, 11, true, null), (_direct.All.Count, row.Attempts, row.DeadAt is not null, row.SentAt));
        Assert.Single(_direct.All.Select(told => told.Body).Distinct());
    }

    [Fact]
    public async Task Of_several_workers_one_sends()
    {
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Succeeded);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _world.UseAsync<SendFeedback, bool>(send => send.NextAsync(Ct))));

        Assert.Single(_direct.All);
    }

    [Fact]
    public async Task A_lease_that_ran_out_writes_nothing()
    {
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Succeeded);
        var slow = await _world.UseAsync<ClaimFeedback, ClaimFeedback.Lease?>(claim => claim.NextAsync(Ct));
        Assert.Null(await _world.UseAsync<ClaimFeedback, ClaimFeedback.Lease?>(claim => claim.NextAsync(Ct)));

        _world.Clock.Advance(ClaimFeedback.LeaseTime);
        var quick = await _world.UseAsync<ClaimFeedback, ClaimFeedback.Lease?>(claim => claim.NextAsync(Ct));
        await _world.UseAsync<ClaimFeedback, bool>(async claim => { await claim.SentAsync(slow!, 200, Ct); return true; });
        Assert.Null((await RowAsync()).SentAt);

        await _world.UseAsync<ClaimFeedback, bool>(async claim => { await claim.SentAsync(quick!, 200, Ct); return true; });
        Assert.NotNull((await RowAsync()).SentAt);
    }

    [Fact]
    public async Task Invoices_of_other_doors_are_not_told_of()
    {
        var payment = await _world.OpenPaymentAsync(await _world.InvoiceAsync(5000), 5000);
        await _world.RecordAsync(payment, ProcessorState.Succeeded);

        Assert.Equal(0, await _world.ReadAsync(db => db.FortFeedback.CountAsync(Ct)));
    }

    [Fact]
    public async Task News_that_came_twice_are_told_once()
    {
        var (_, payment) = await PayingAsync();
        await _world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1");
        await _world.RecordAsync(payment, ProcessorState.Succeeded, "evt_2");
        await SendAllAsync();

        Assert.Single(_direct.All);
    }

    private async Task<(FortLinkView Link, Payment Payment)> PayingAsync()
    {
        var made = Assert.IsType<CreateFortLink.Outcome.Created>(await _world.UseAsync<CreateFortLink, CreateFortLink.Outcome>(create => create.HandleAsync(
            new Dictionary<string, string>
            {
                ["merchant_reference"] = "R-1",
                ["amount"] = "50000",
                ["currency"] = "AED",
                ["language"] = "en",
                ["customer_email"] = "tanya@example.com",
                ["request_expiry_date"] = "2027-12-20T15:36:55+03:00",
                ["notification_type"] = "NONE",
            },
            _world.Caller,
            Ct)));

        return (made.Link, await _world.OpenPaymentAsync(made.Link.Invoice.Id, 50000));
    }

    private async Task SetAsync(bool isJson, string? later = "")
    {
        var version = await _world.ReadAsync(db => db.FortDoors.Select(d => d.Version).SingleAsync(Ct));
        var words = new FortDoorWords("Sha256", _direct.Url.AbsoluteUri, later is null ? null : _later.Url.AbsoluteUri, isJson);
        Assert.IsType<SettingsOutcome.Saved>(await _world.UseAsync<ChangeFortDoor, SettingsOutcome>(change => change.ChangeAsync(words, version, _world.Caller, Ct)));
    }

    private async Task SendAllAsync()
    {
        while (await _world.UseAsync<SendFeedback, bool>(send => send.NextAsync(Ct)))
        {
        }
    }

    private Task<FortFeedback> RowAsync() => _world.ReadAsync(db => db.FortFeedback.AsNoTracking().SingleAsync(Ct));

    private static Dictionary<string, string> Fields(HookReceiver.Told told) => QueryHelpers.ParseQuery(told.Body).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
}
