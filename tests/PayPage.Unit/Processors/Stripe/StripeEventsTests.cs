using System.Text;
using System.Text.Json.Nodes;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Processors.Stripe;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeEventsTests
{
    private const string Ours = "pay_01890a5d000070008000000000000001";
    private const string OurRefund = "ref_01890a5d000070008000000000000002";

    private static readonly ProcessorAccess Access = new(new ProcessorSecrets("sk_test_1", ["whsec_1"]), Mode.Test, "acct_1");

    [Theory]
    [InlineData("payment_intent.succeeded", "succeeded", ProcessorState.Succeeded)]
    [InlineData("payment_intent.processing", "processing", ProcessorState.Processing)]
    [InlineData("payment_intent.canceled", "canceled", ProcessorState.Canceled)]
    [InlineData("payment_intent.payment_failed", "requires_payment_method", ProcessorState.Open)]
    public void An_intent_on_our_page_is_the_payment(string type, string status, ProcessorState state)
    {
        var news = News(Read(type, Intent(status)));

        Assert.Equal((Ours, "pi_1", "pi_1", state), ($"{news.PaymentId}", news.Reference, news.MoneyReference, news.State));
        Assert.Equal(new Money(1250, Currency.Usd), news.Amount);
        Assert.Equal(type.EndsWith("failed", StringComparison.Ordinal), news.TryDeclined);
        Assert.Null(news.BrowserKey);
    }

    [Theory]
    [InlineData("payment_intent.succeeded", "succeeded", ProcessorState.Succeeded)]
    [InlineData("payment_intent.processing", "processing", ProcessorState.Processing)]
    [InlineData("payment_intent.payment_failed", "requires_payment_method", ProcessorState.Open)]
    public void An_intent_of_a_checkout_is_the_money_but_not_the_payment(string type, string status, ProcessorState state)
    {
        var news = News(Read(type, Intent(status, style: "hosted")));

        Assert.Equal((Ours, null, "pi_1", state), ($"{news.PaymentId}", news.Reference, news.MoneyReference, news.State));
        Assert.Equal(status == "requires_payment_method", news.TryDeclined);
    }

    [Fact]
    public void An_intent_that_ends_with_its_checkout_says_nothing_the_session_does_not() =>
        Assert.IsType<EventReading.Other>(Read("payment_intent.canceled", Intent("canceled", style: "hosted")));

    [Theory]
    [InlineData("checkout.session.completed", "complete", "paid", ProcessorState.Succeeded)]
    [InlineData("checkout.session.completed", "complete", "unpaid", ProcessorState.Processing)]
    [InlineData("checkout.session.async_payment_succeeded", "complete", "paid", ProcessorState.Succeeded)]
    [InlineData("checkout.session.async_payment_failed", "complete", "unpaid", ProcessorState.Declined)]
    [InlineData("checkout.session.expired", "expired", "unpaid", ProcessorState.Expired)]
    public void A_session_is_the_payment(string type, string status, string paymentStatus, ProcessorState state)
    {
        var news = News(Read(type, Session(status, paymentStatus)));

        Assert.Equal((Ours, "cs_1", "pi_1", state, new Money(1250, Currency.Usd)), ($"{news.PaymentId}", news.Reference, news.MoneyReference, news.State, news.Amount));
    }

    [Fact]
    public void A_charge_tells_with_what_was_paid()
    {
        var onPage = News(Read("charge.succeeded", Charge("on_page")));
        var hosted = News(Read("charge.succeeded", Charge("hosted")));

        Assert.Equal(("pi_1", "Visa •••• 4242", ProcessorState.Succeeded), (onPage.Reference, onPage.Instrument, onPage.State));
        Assert.Equal((null, "pi_1", "Visa •••• 4242"), (hosted.Reference, hosted.MoneyReference, hosted.Instrument));
    }

    [Fact]
    public void A_charge_that_is_yet_to_be_captured_is_no_money() =>
        Assert.IsType<EventReading.Other>(Read("charge.succeeded", Charge("on_page", captured: false)));

    [Theory]
    [InlineData("refund.created", "pending", null, RefundState.Pending)]
    [InlineData("refund.updated", "succeeded", null, RefundState.Succeeded)]
    [InlineData("refund.failed", "failed", "lost_or_stolen_card", RefundState.Failed)]
    [InlineData("charge.refund.updated", "canceled", null, RefundState.Failed)]
    [InlineData("refund.updated", "requires_action", null, RefundState.Pending)]
    public void A_refund_says_whose_it_is_how_much_and_why(string type, string status, string? reason, RefundState state)
    {
        var refund = new JsonObject
        {
            ["id"] = "re_1",
            ["amount"] = 300,
            ["currency"] = "usd",
            ["status"] = status,
            ["payment_intent"] = "pi_1",
            ["failure_reason"] = reason,
            ["metadata"] = new JsonObject { ["paypage_refund"] = OurRefund },
        };
        var news = Assert.IsType<EventReading.OfRefund>(Read(type, refund)).News;

        Assert.Equal((OurRefund, "re_1", state, "pi_1"), ($"{news.RefundId}", news.Reference, news.State, news.MoneyReference));
        Assert.Equal(new Money(300, Currency.Usd), news.Amount);
        Assert.Equal(reason ?? (status is "canceled" or "requires_action" ? status : null), news.Reason);
    }

    [Fact]
    public void A_refund_made_past_us_names_the_money_and_no_refund_of_ours()
    {
        var news = Assert.IsType<EventReading.OfRefund>(
            Read("refund.created", new JsonObject { ["id"] = "re_1", ["amount"] = 300, ["currency"] = "usd", ["status"] = "succeeded", ["payment_intent"] = "pi_1" })).News;

        Assert.Null(news.RefundId);
        Assert.Equal("pi_1", news.MoneyReference);
    }

    [Theory]
    [InlineData("warning_needs_response", DisputeState.Inquiry, true)]
    [InlineData("warning_under_review", DisputeState.Inquiry, false)]
    [InlineData("warning_closed", DisputeState.Closed, false)]
    [InlineData("needs_response", DisputeState.NeedsAnswer, true)]
    [InlineData("under_review", DisputeState.UnderReview, false)]
    [InlineData("appeal_needs_response", DisputeState.NeedsAnswer, true)]
    [InlineData("won", DisputeState.Won, false)]
    [InlineData("lost", DisputeState.Lost, false)]
    [InlineData("prevented", DisputeState.Closed, false)]
    public void A_dispute_says_where_it_stands_and_until_when_to_answer(string status, DisputeState state, bool answerable)
    {
        var news = Assert.IsType<EventReading.OfDispute>(Read("charge.dispute.updated", Dispute(status))).News;

        Assert.Equal(("du_1", "pi_1", state, new Money(1250, Currency.Usd), "fraudulent"), (news.Reference, news.MoneyReference, news.State, news.Amount, news.Reason));
        Assert.Equal(answerable ? DateTimeOffset.FromUnixTimeSeconds(1_800_000_000) : null, news.EvidenceBy);
    }

    [Theory]
    [InlineData("balance.available")]
    [InlineData("payment_intent.created")]
    [InlineData("charge.failed")]
    [InlineData("customer.deleted")]
    public void A_kind_that_moves_nothing_here_is_genuine_and_left_alone(string type) => Assert.IsType<EventReading.Other>(Read(type, Intent("succeeded")));

    [Fact]
    public void What_bears_no_id_of_ours_is_somebody_elses()
    {
        var intent = Intent("succeeded");
        intent["metadata"] = new JsonObject { ["paypage_payment"] = "order 7" };

        Assert.IsType<EventReading.Other>(Read("payment_intent.succeeded", intent));
        Assert.IsType<EventReading.Other>(Read("checkout.session.completed", new JsonObject { ["id"] = "cs_9", ["status"] = "complete", ["payment_status"] = "paid" }));
        Assert.IsType<EventReading.Other>(Read("charge.succeeded", new JsonObject { ["id"] = "ch_9", ["status"] = "succeeded" }));
        Assert.IsType<EventReading.Other>(Read("charge.dispute.updated", Without(Dispute("lost"), "payment_intent")));
        Assert.IsType<EventReading.Other>(Read("charge.dispute.updated", Dispute("a_state_of_tomorrow")));
    }

    [Fact]
    public void The_other_mode_and_another_account_are_misdirected()
    {
        Assert.IsType<EventReading.Misdirected>(Read("payment_intent.succeeded", Intent("succeeded"), live: true));
        Assert.IsType<EventReading.Misdirected>(Read("payment_intent.succeeded", Intent("succeeded"), access: Access with { Mode = Mode.Live }));
        Assert.IsType<EventReading.OfPayment>(Read("payment_intent.succeeded", Intent("succeeded"), live: true, access: Access with { Mode = Mode.Live }));
        Assert.IsType<EventReading.Misdirected>(Read("payment_intent.succeeded", Intent("succeeded"), account: "acct_2"));
        Assert.IsType<EventReading.Misdirected>(Read("balance.available", Intent("succeeded"), account: "acct_2"));
        Assert.IsType<EventReading.OfPayment>(Read("payment_intent.succeeded", Intent("succeeded"), account: "acct_1"));
    }

    [Theory]
    [InlineData("isk", 1250)]
    [InlineData("clf", 1250)]
    public void An_amount_that_is_no_amount_of_ours_is_not_believed(string currency, long amount)
    {
        var intent = Intent("succeeded");
        (intent["currency"], intent["amount"]) = (currency, amount);

        Assert.IsType<EventReading.NotGenuine>(Read("payment_intent.succeeded", intent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"evt_1\"")]
    [InlineData("""{"id":"evt_1","type":"payment_intent.succeeded"}""")]
    [InlineData("""{"id":"evt_1","type":"payment_intent.succeeded","livemode":"no","data":{"object":{"id":"pi_1"}}}""")]
    [InlineData("""{"id":"evt_1","type":"payment_intent.succeeded","livemode":false}""")]
    [InlineData("""{"id":"evt_1","type":"payment_intent.succeeded","livemode":false,"data":null}""")]
    [InlineData("""{"id":"evt_1","type":"payment_intent.succeeded","livemode":false,"data":{"object":[]}}""")]
    [InlineData("""{"id":"evt_1","type":"payment_intent.succeeded","livemode":false,"data":{"object":{"amount":1}}}""")]
    [InlineData("""{"id":"\ud800","type":"payment_intent.succeeded","livemode":false,"data":{"object":{"id":"pi_1"}}}""")]
    [InlineData("""{"id":7,"type":"payment_intent.succeeded","livemode":false,"data":{"object":{"id":"pi_1"}}}""")]
    public void What_cannot_be_read_is_refused_and_breaks_nothing(string body) =>
        Assert.IsType<EventReading.NotGenuine>(StripeEvents.Read(Encoding.UTF8.GetBytes(body), Access));

    [Fact]
    public void What_is_wrong_in_kind_counts_as_missing()
    {
        var intent = Intent("succeeded");
        (intent["amount"], intent["metadata"]!["extra"]) = ("1250", 7);
        Assert.IsType<EventReading.NotGenuine>(Read("payment_intent.succeeded", intent));

        var fine = Intent("succeeded");
        (fine["metadata"]!["extra"], fine["latest_charge"], fine["last_payment_error"]) = (new JsonArray(), "ch_1", new JsonObject());
        Assert.IsType<EventReading.OfPayment>(Read("payment_intent.succeeded", fine));
    }

    [Fact]
    public void Odd_figures_and_doubled_names_break_nothing()
    {
        var dispute = Dispute("needs_response");
        dispute["evidence_details"]!["due_by"] = long.MaxValue;
        Assert.Null(Assert.IsType<EventReading.OfDispute>(Read("charge.dispute.created", dispute)).News.EvidenceBy);

        var huge = Intent("succeeded");
        (huge["currency"], huge["amount"]) = ("mga", long.MaxValue);
        Assert.IsType<EventReading.NotGenuine>(Read("payment_intent.succeeded", huge));

        var doubled = $$"""{"id":"evt_1","type":"payment_intent.canceled","livemode":false,"data":{"object":{"id":"pi_1","amount":1250,"currency":"usd","status":"canceled","metadata":{"paypage_payment":"x","paypage_payment":"{{Ours}}"} } } }""";
        Assert.IsType<EventReading.OfPayment>(StripeEvents.Read(Encoding.UTF8.GetBytes(doubled), Access));
    }

    [Fact]
    public void Not_more_kinds_are_asked_for_than_Stripe_lists_at_once() => Assert.InRange(StripeEvents.Types.Count, 1, 20);

    private static EventReading Read(string type, JsonObject thing, bool live = false, string? account = null, ProcessorAccess? access = null)
    {
        var json = new JsonObject
        {
            ["id"] = "evt_1",
            ["object"] = "event",
            ["type"] = type,
            ["livemode"] = live,
            ["api_version"] = "2025-03-31.basil",
            ["data"] = new JsonObject { ["object"] = thing },
        };

        if (account is not null)
        {
            json["account"] = account;
        }

        return StripeEvents.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), access ?? Access);
    }

    private static ProcessorNews News(EventReading reading) => Assert.IsType<EventReading.OfPayment>(reading).News;

    private static JsonObject Metadata(string style) => new() { ["paypage_payment"] = Ours, ["paypage_style"] = style };

    private static JsonObject Intent(string status, string style = "on_page") => new()
    {
        ["id"] = "pi_1",
        ["object"] = "payment_intent",
        ["amount"] = 1250,
        ["currency"] = "usd",
        ["status"] = status,
        ["client_secret"] = "pi_1_secret_x",
        ["latest_charge"] = null,
        ["metadata"] = Metadata(style),
        ["last_payment_error"] = status == "requires_payment_method" ? new JsonObject { ["code"] = "card_declined" } : null,
    };

    private static JsonObject Session(string status, string paymentStatus) => new()
    {
        ["id"] = "cs_1",
        ["object"] = "checkout.session",
        ["amount_total"] = 1250,
        ["currency"] = "usd",
        ["status"] = status,
        ["payment_status"] = paymentStatus,
        ["payment_intent"] = "pi_1",
        ["metadata"] = Metadata("hosted"),
        ["url"] = null,
    };

    private static JsonObject Charge(string style, bool captured = true) => new()
    {
        ["id"] = "ch_1",
        ["object"] = "charge",
        ["amount"] = 1250,
        ["currency"] = "usd",
        ["status"] = "succeeded",
        ["captured"] = captured,
        ["payment_intent"] = "pi_1",
        ["metadata"] = Metadata(style),
        ["payment_method_details"] = new JsonObject { ["type"] = "card", ["card"] = new JsonObject { ["brand"] = "visa", ["last4"] = "4242" } },
    };

    private static JsonObject Dispute(string status) => new()
    {
        ["id"] = "du_1",
        ["object"] = "dispute",
        ["amount"] = 1250,
        ["currency"] = "usd",
        ["status"] = status,
        ["reason"] = "fraudulent",
        ["payment_intent"] = "pi_1",
        ["evidence_details"] = new JsonObject { ["due_by"] = 1_800_000_000 },
    };

    private static JsonObject Without(JsonObject thing, string name)
    {
        thing.Remove(name);
        return thing;
    }
}
