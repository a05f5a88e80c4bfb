using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Processors.Stripe;
using PayPage.Unit.StripeStandIn;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeOpeningTests : StripeProcessorRoom
{
    private static readonly string[] Creating = ["POST /v1/payment_intents", "POST /v1/checkout/sessions"];

    public static TheoryData<CheckoutStyle, FaultKind> Doubts
    {
        get
        {
            var data = new TheoryData<CheckoutStyle, FaultKind>();

            foreach (var style in Enum.GetValues<CheckoutStyle>())
            {
                foreach (var fault in new[] { FaultKind.Error500, FaultKind.Error500After, FaultKind.CutAfter, FaultKind.GarbageAfter, FaultKind.BadGateway, FaultKind.ForeignForbidden, FaultKind.Redirect })
                {
                    data.Add(style, fault);
                }
            }

            return data;
        }
    }

    [Fact]
    public async Task On_our_page_a_payment_is_an_intent_with_our_id_on_it()
    {
        var opened = await OpenAsync(CheckoutStyle.OnPage);
        var intent = Assert.Single(Server.Book.Intents);

        Assert.Equal((intent.Id, null, intent.ClientSecret), (opened.Reference, opened.PayerUrl, opened.BrowserKey!.Value));
        Assert.Equal((1250, "usd", "INV-7"), (intent.Amount, intent.Currency, intent.Description));
        Assert.Equal(
            new Dictionary<string, string> { ["paypage_invoice"] = "INV-7", ["paypage_merchant"] = "Acme", ["paypage_payment"] = $"{Id}", ["paypage_style"] = "on_page" },
            intent.Metadata);
        Assert.Equal($"{Id}", Server.Calls.Single().IdempotencyKey);
        Assert.DoesNotContain(intent.ClientSecret, $"{opened}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_Stripes_page_a_payment_is_a_session_that_ends_itself()
    {
        var opened = await OpenAsync(CheckoutStyle.Hosted);
        var session = Assert.Single(Server.Book.Sessions);

        Assert.Equal((session.Id, new Uri(Server.Url, $"c/pay/{session.Id}"), null), (opened.Reference, opened.PayerUrl, opened.BrowserKey));
        Assert.Equal((1250, "usd", "INV-7", $"{Id}", "de"), (session.Amount, session.Currency, session.Item, session.ClientReference, session.Locale));
        Assert.Equal((Return.AbsoluteUri, Return.AbsoluteUri), (session.SuccessUrl, session.CancelUrl));
        Assert.Equal(Start.AddMinutes(35).ToUnixTimeSeconds(), session.ExpiresAt);
        Assert.Equal(("hosted", "hosted"), (session.Metadata["paypage_style"], session.IntentMetadata["paypage_style"]));
        Assert.Equal($"{Id}", session.IntentMetadata["paypage_payment"]);
    }

    [Theory]
    [InlineData(CheckoutStyle.OnPage)]
    [InlineData(CheckoutStyle.Hosted)]
    public async Task Opening_again_opens_nothing_new_even_a_while_later(CheckoutStyle style)
    {
        var first = await OpenAsync(style);
        Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(first, await OpenAsync(style));
        Assert.Equal(1, Server.Book.Intents.Count + Server.Book.Sessions.Count);
    }

    [Theory]
    [InlineData("JPY", 1000, 1000)]
    [InlineData("ISK", 500, 50000)]
    [InlineData("KWD", 5120, 5120)]
    [InlineData("MGA", 500, 5)]
    public async Task Each_currency_is_sent_as_Stripe_counts_it_and_read_back(string code, long minor, long sent)
    {
        var amount = new Money(minor, Currency.Parse(code));
        var opened = Assert.IsType<CheckoutOutcome.Opened>(await Processor.OpenCheckoutAsync(Checkout(CheckoutStyle.OnPage, amount), Access, Ct));

        Assert.Equal(sent, Server.Book.Intents.Single().Amount);
        Assert.Equal(amount, News(await Processor.FindAsync(Trace(CheckoutStyle.OnPage, opened.Reference), Access, Ct)).Amount);
    }

    [Theory]
    [InlineData("USD", 49, "below the least")]
    [InlineData("USD", 100_000_000, "above the most")]
    [InlineData("KWD", 5125, "last digit")]
    public async Task What_Stripe_will_not_charge_is_refused_in_plain_words(string code, long minor, string words)
    {
        var refused = Assert.IsType<CheckoutOutcome.Refused>(
            await Processor.OpenCheckoutAsync(Checkout(CheckoutStyle.OnPage, new Money(minor, Currency.Parse(code))), Access, Ct));

        Assert.Contains(words, refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CLF", 10000)]
    [InlineData("MGA", 550)]
    public async Task What_cannot_be_said_in_Stripes_units_is_not_sent(string code, long minor)
    {
        Assert.IsType<CheckoutOutcome.Refused>(await Processor.OpenCheckoutAsync(Checkout(CheckoutStyle.OnPage, new Money(minor, Currency.Parse(code))), Access, Ct));
        Assert.Empty(Server.Calls);
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("ar", null)]
    [InlineData(null, null)]
    public async Task Stripes_page_speaks_the_payers_language_where_it_can(string? language, string? locale)
    {
        Assert.IsType<CheckoutOutcome.Opened>(await Processor.OpenCheckoutAsync(Checkout(CheckoutStyle.Hosted) with { Language = language }, Access, Ct));
        Assert.Equal(locale, Server.Book.Sessions.Single().Locale);
    }

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task A_doubt_is_never_read_as_not_opened(CheckoutStyle style, FaultKind fault)
    {
        Server.Faults.Plan(style == CheckoutStyle.OnPage ? Creating[0] : Creating[1], fault);
        Assert.IsType<CheckoutOutcome.NoAnswer>(await Processor.OpenCheckoutAsync(Checkout(style), Access, Ct));
    }

    [Fact]
    public async Task Another_amount_under_the_same_id_is_a_doubt_too()
    {
        await OpenAsync(CheckoutStyle.OnPage);
        Assert.IsType<CheckoutOutcome.NoAnswer>(await Processor.OpenCheckoutAsync(Checkout(CheckoutStyle.OnPage, new Money(1300, Currency.Usd)), Access, Ct));
        Assert.Single(Server.Book.Intents);
    }

    [Theory]
    [InlineData(CheckoutStyle.OnPage)]
    [InlineData(CheckoutStyle.Hosted)]
    public async Task A_shut_door_and_a_refused_key_are_each_called_so(CheckoutStyle style)
    {
        Server.KeyRevoked = true;
        var refused = Assert.IsType<CheckoutOutcome.KeyRefused>(await Processor.OpenCheckoutAsync(Checkout(style), Access, Ct));
        Assert.DoesNotContain("sk_", refused.Reason, StringComparison.Ordinal);

        await Server.PauseAsync();
        Assert.IsType<CheckoutOutcome.NotReached>(await Processor.OpenCheckoutAsync(Checkout(style), Access, Ct));
    }

    [Fact]
    public async Task A_rate_limit_is_waited_out()
    {
        Server.Faults.Plan(Creating[0], FaultKind.TooMany, times: 2);
        await OpenAsync(CheckoutStyle.OnPage);
        Assert.Equal([429, 429, 200], Server.Calls.Select(c => c.Status));
    }

    [Fact]
    public void The_first_check_comes_after_the_last_answer() => Assert.True(StripeTimeouts.Open < new PaymentOptions().FirstCheck);

    [Fact]
    public void Only_what_does_not_end_itself_is_held_for_a_time()
    {
        Assert.Equal(TimeSpan.FromMinutes(20), Processor.HoldsFor(CheckoutStyle.OnPage));
        Assert.Null(Processor.HoldsFor(CheckoutStyle.Hosted));
    }
}
