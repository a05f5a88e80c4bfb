using PayPage.Processors.Stripe;
using PayPage.Unit.StripeStandIn;
using static PayPage.Unit.Processors.Stripe.StripeApiContractTests;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>What goes wrong between us and Stripe, and what every way to Stripe makes of it.</summary>
public sealed class StripeApiFaultTests : IAsyncLifetime
{
    private const string Creating = "POST /v1/payment_intents";

    private StripeServer _server = null!;    // made before each test

    public static TheoryData<string> Ways => StripeApis.All;

    /// <summary>Faults of which nobody knows what they left behind, with how many intents they do leave.</summary>
    public static TheoryData<string, FaultKind, int> Unknowns
    {
        get
        {
            var data = new TheoryData<string, FaultKind, int>();

            foreach (string way in StripeApis.All)
            {
                data.Add(way, FaultKind.Error500, 0);
                data.Add(way, FaultKind.Error500After, 1);
                data.Add(way, FaultKind.CutAfter, 1);
                data.Add(way, FaultKind.GarbageAfter, 1);
                data.Add(way, FaultKind.BadGateway, 0);
                data.Add(way, FaultKind.ForeignForbidden, 0);
                data.Add(way, FaultKind.Redirect, 0);
            }

            return data;
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IReadOnlyList<StripeServer.Asked> Creations => [.. _server.Calls.Where(c => c.Call == Creating)];

    public async ValueTask InitializeAsync() => _server = await StripeServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Unknowns))]
    public async Task Whatever_leaves_a_doubt_is_no_answer_and_is_not_sent_again(string way, FaultKind fault, int made)
    {
        _server.Faults.Plan(Creating, fault);
        var answer = await Api(way).CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct);

        Assert.IsType<StripeAnswer<StripeIntent>.NoAnswer>(answer);
        Assert.Single(_server.Calls);
        Assert.Equal(made, _server.Book.Intents.Count);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_error_500_is_repeated_under_its_key_and_tells_its_number(string way)
    {
        _server.Faults.Plan(Creating, FaultKind.Error500After);
        var api = Api(way);
        await api.CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct);
        var again = Assert.IsType<StripeAnswer<StripeIntent>.NoAnswer>(await api.CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct));

        Assert.StartsWith("req_", again.RequestId, StringComparison.Ordinal);
        Assert.Single(_server.Book.Intents);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_rate_limit_or_a_key_at_work_is_met_with_the_same_call_again(string way)
    {
        _server.Faults.Plan(Creating, FaultKind.TooMany);
        _server.Faults.Plan(Creating, FaultKind.KeyInUse);

        Assert.Equal("requires_payment_method", Value(await Api(way).CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct)).Status);
        Assert.Equal([429, 409, 200], Creations.Select(c => c.Status));
        Assert.All(Creations, c => Assert.Equal("k1", c.IdempotencyKey));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task After_four_tries_a_rate_limit_is_an_answer(string way)
    {
        _server.Faults.Plan(Creating, FaultKind.TooMany, times: 20);

        Assert.Equal(429, Fault(await Api(way).CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct)).Status);
        Assert.Equal(4, Creations.Count);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Time_runs_out_without_anybody_cancelling(string way)
    {
        _server.Faults.Plan(Creating, FaultKind.HangAfter);
        var answer = await StripeApis.Make(way, _server.Url, new HastyClock()).CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct);

        Assert.IsType<StripeAnswer<StripeIntent>.NoAnswer>(answer);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Cancelling_ends_the_wait_and_is_no_answer(string way)
    {
        _server.Faults.Plan(Creating, FaultKind.HangBefore);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var asking = Api(way).CreateIntentAsync(Order(), "k1", _server.SecretKey, soon.Token);
        await soon.CancelAsync();

        Assert.IsType<StripeAnswer<StripeIntent>.NoAnswer>(await asking);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_shut_door_is_told_from_a_doubt(string way)
    {
        await _server.PauseAsync();
        Assert.IsType<StripeAnswer<StripeIntent>.NeverSent>(await Api(way).CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct));

        await _server.ResumeAsync();
        Assert.IsType<StripeAnswer<StripeIntent>.Ok>(await Api(way).CreateIntentAsync(Order(), "k1", _server.SecretKey, Ct));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_revoked_key_and_one_that_may_too_little_are_refusals(string way)
    {
        _server.Faults.Plan("GET /v1/account", FaultKind.NotPermitted);
        Assert.Equal(403, Fault(await Api(way).GetAccountAsync(_server.SecretKey, Ct)).Status);

        _server.KeyRevoked = true;
        var refused = Fault(await Api(way).GetAccountAsync(_server.SecretKey, Ct));

        Assert.Equal((401, "invalid_request_error"), (refused.Status, refused.Type));
        Assert.DoesNotContain(_server.SecretKey, $"{refused}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StripeApis.Http, "sk_test_a\r\nX-Evil: 1")]
    [InlineData(StripeApis.Http, "sk_test_ä")]
    public async Task A_key_that_no_header_can_carry_is_a_refusal_and_not_a_crash(string way, string key)
    {
        var answer = await Api(way).GetAccountAsync(key, Ct);

        Assert.Equal(401, Fault(answer).Status);
        Assert.DoesNotContain("Evil", $"{answer}", StringComparison.Ordinal);
    }

    private IStripeApi Api(string way) => StripeApis.Make(way, _server.Url);
}
