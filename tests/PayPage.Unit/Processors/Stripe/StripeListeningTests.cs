using System.Text.Json.Nodes;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>What Stripe tells without being asked, what of it was missed, and who it says it is.</summary>
public sealed class StripeListeningTests : StripeProcessorRoom
{
    [Fact]
    public async Task A_webhook_as_it_is_really_sent_is_believed_and_understood()
    {
        await using var site = await SignedReceiver.StartAsync();
        Server.Hooks.Url = site.Url;
        var reference = await PaidAsync();
        await Server.Hooks.IdleAsync();

        var readings = site.All.Select(told => Processor.ReadEvent(told.Body, name => name == "Stripe-Signature" ? told.Signature : null, Access, Start)).ToList();

        Assert.All(readings, r => Assert.IsNotType<EventReading.NotGenuine>(r));
        var paid = readings.OfType<EventReading.OfPayment>().Single(r => r.Type == "payment_intent.succeeded");
        Assert.Equal((Id, reference, ProcessorState.Succeeded), (paid.News.PaymentId, paid.News.Reference, paid.News.State));
        Assert.Equal("Visa •••• 4242", readings.OfType<EventReading.OfPayment>().Single(r => r.Type == "charge.succeeded").News.Instrument);

        var one = site.All[0];
        Assert.IsType<EventReading.NotGenuine>(Processor.ReadEvent(one.Body, _ => null, Access, Start));
        Assert.IsType<EventReading.NotGenuine>(Processor.ReadEvent(one.Body, _ => one.Signature, Access, Start.AddMinutes(6)));
        Assert.IsType<EventReading.NotGenuine>(
            Processor.ReadEvent(one.Body, _ => one.Signature, Access with { Secrets = Access.Secrets with { WebhookSecrets = ["whsec_other"] } }, Start));
        Assert.IsType<EventReading.Misdirected>(Processor.ReadEvent(one.Body, _ => one.Signature, Access with { Mode = Mode.Live }, Start));
    }

    [Fact]
    public async Task What_was_missed_is_listed_oldest_first_without_what_arrived()
    {
        Server.Hooks.Mode = HookMode.Lose;
        var reference = await PaidAsync();
        Clock.Advance(TimeSpan.FromSeconds(5));
        Server.Book.OpenDispute(reference, "fraudulent", inquiry: true);
        Server.Hooks.All.Single(h => h.Type == "charge.succeeded").Delivered = true;

        var missed = Assert.IsType<MissedEvents.Listed>(await Processor.MissedEventsAsync(Start, Access, Ct)).Events;

        Assert.Equal(["payment_intent.succeeded", "charge.dispute.created"], missed.Select(m => TypeOf(m.Reading)));
        Assert.Equal(Server.Hooks.All.Where(h => !h.Delivered && h.Type is "payment_intent.succeeded" or "charge.dispute.created").Select(h => h.Id), missed.Select(m => IdIn(m.Body)));
        Assert.Equal(["charge.dispute.created"], Assert.IsType<MissedEvents.Listed>(await Processor.MissedEventsAsync(Start.AddSeconds(3), Access, Ct)).Events.Select(m => TypeOf(m.Reading)));
    }

    [Fact]
    public async Task Missed_events_go_on_over_many_pages()
    {
        Server.Hooks.Mode = HookMode.Lose;

        for (var i = 0; i < 130; i++)
        {
            var intent = Server.Book.CreateIntent(1250, "usd", null, new Dictionary<string, string> { ["paypage_payment"] = $"{Id}" });
            Server.Book.Cancel(intent, "abandoned");
        }

        var missed = Assert.IsType<MissedEvents.Listed>(await Processor.MissedEventsAsync(Start, Access, Ct)).Events;

        Assert.Equal(130, missed.Select(m => Assert.IsType<EventReading.OfPayment>(m.Reading).EventId).Distinct().Count());
        Assert.Equal(Server.Book.Intents.Select(i => i.Id), missed.Select(m => ((EventReading.OfPayment)m.Reading).News.Reference!));
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_makes_no_short_list()
    {
        Server.Hooks.Mode = HookMode.Lose;
        await PaidAsync();

        foreach (var fault in new[] { FaultKind.Error500, FaultKind.CutAfter, FaultKind.GarbageAfter, FaultKind.BadGateway })
        {
            Server.Faults.Plan("GET /v1/events", fault);
            Assert.False(Assert.IsType<MissedEvents.NoAnswer>(await Processor.MissedEventsAsync(Start, Access, Ct)).KeyRefused);
        }

        Server.KeyRevoked = true;
        Assert.True(Assert.IsType<MissedEvents.NoAnswer>(await Processor.MissedEventsAsync(Start, Access, Ct)).KeyRefused);
    }

    [Fact]
    public async Task The_account_is_asked_who_it_is()
    {
        Assert.Equal(new AccountCheck.Works(Server.AccountId, "Stand-in Shop", Mode.Test, TakesMoney: true), await Processor.CheckAsync(Access, Ct));

        (Server.AccountName, Server.ChargesEnabled) = (null, false);
        Assert.Equal(new AccountCheck.Works(Server.AccountId, null, Mode.Test, TakesMoney: false), await Processor.CheckAsync(Access, Ct));
    }

    [Theory]
    [InlineData("pk_test_abc")]
    [InlineData("whsec_abc")]
    [InlineData("sk_prod_abc")]
    [InlineData("sk_test_")]
    [InlineData("")]
    public async Task What_is_no_secret_key_is_not_sent(string key)
    {
        Assert.IsType<AccountCheck.KeyRefused>(await Processor.CheckAsync(Access with { Secrets = new ProcessorSecrets(key, []) }, Ct));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public async Task A_key_of_another_account_or_with_too_few_rights_is_refused_and_a_doubt_is_no_refusal()
    {
        Server.Faults.Plan("GET /v1/account", FaultKind.NotPermitted);
        Assert.Contains("permission", Assert.IsType<AccountCheck.KeyRefused>(await Processor.CheckAsync(Access, Ct)).Reason, StringComparison.Ordinal);
        Assert.IsType<AccountCheck.KeyRefused>(await Processor.CheckAsync(Access with { Secrets = new ProcessorSecrets("rk_live_other", []) }, Ct));

        foreach (var fault in new[] { FaultKind.Error500, FaultKind.ForeignForbidden, FaultKind.GarbageAfter })
        {
            Server.Faults.Plan("GET /v1/account", fault);
            Assert.IsType<AccountCheck.NoAnswer>(await Processor.CheckAsync(Access, Ct));
        }

        await Server.PauseAsync();
        Assert.IsType<AccountCheck.NoAnswer>(await Processor.CheckAsync(Access, Ct));
    }

    [Fact]
    public async Task Banks_are_asked_for_by_Stripe_itself() => Assert.Empty(await Processor.BanksAsync(Access, Ct));

    private static string? IdIn(string body) => JsonNode.Parse(body)!["id"]!.GetValue<string>();

    private static string TypeOf(EventReading reading) => reading switch
    {
        EventReading.OfPayment payment => payment.Type,
        EventReading.OfDispute dispute => dispute.Type,
        _ => reading.ToString()!,
    };
}
