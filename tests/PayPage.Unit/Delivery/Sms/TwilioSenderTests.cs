using System.Text;
using PayPage.Domain.Delivery;
using PayPage.Unit.Delivery.Support;
using PayPage.Unit.Support;

namespace PayPage.Unit.Delivery.Sms;

public sealed class TwilioSenderTests : IAsyncLifetime
{
    private const string Token = "a-token-nobody-may-see";

    private static readonly SmsMessage Message = new(
        "msg_1", "+31612345678", "Invoice 1: € 12.50 & more, https://pay.example.com/s/CODE", new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    private SmsProvider _provider = null!;    // set by InitializeAsync

    private KeptLog _log = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _provider = await SmsProvider.StartAsync(Ct);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task A_message_is_posted_as_the_api_wants_it()
    {
        Assert.Equal(new DeliveryOutcome.Accepted("sid SM0123456789abcdef"), await SendAsync());

        var call = Assert.Single(_provider.Calls);
        Assert.Equal("POST /2010-04-01/Accounts/AC1/Messages.json", call.Request);
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"AC1:{Token}"))}", call.Authorization);
        Assert.Equal($"To=+31612345678 | From=+15005550006 | Body={Message.Text}", call.Form);
    }

    [Fact]
    public async Task A_messaging_service_may_choose_the_sender()
    {
        await SendAsync(settings: [("Sms__Twilio__From", ""), ("Sms__Twilio__MessagingServiceSid", "MG1")]);

        Assert.Equal($"To=+31612345678 | MessagingServiceSid=MG1 | Body={Message.Text}", Assert.Single(_provider.Calls).Form);
    }

    [Theory]
    [InlineData(21211, "It is no valid number.")]
    [InlineData(21408, "The SMS account may not text that country.")]
    [InlineData(21610, "Whoever has this number has said STOP to our messages.")]
    [InlineData(21612, "No way leads from our sender to this number.")]
    [InlineData(21614, "The number cannot get text messages.")]
    [InlineData(21617, "The SMS provider refused the message.")]
    public async Task A_no_to_the_number_or_the_message_is_a_refusal(int code, string reason)
    {
        (_provider.Status, _provider.Body) = (400, $$"""{ "code": {{code}}, "message": "About +31612345678", "status": 400 }""");

        Assert.Equal(new DeliveryOutcome.Refused($"{reason} (Twilio {code})"), await SendAsync());
    }

    [Theory]
    [InlineData(401, "The SMS account was refused")]
    [InlineData(403, "The SMS account was refused")]
    [InlineData(404, "The SMS account is not known there")]
    [InlineData(429, "asks us to wait")]
    [InlineData(500, "answered 500")]
    [InlineData(503, "answered 503")]
    [InlineData(302, "answered 302")]
    [InlineData(204, "answered 204")]
    public async Task Whatever_else_is_answered_leaves_the_message_waiting(int status, string reason)
    {
        (_provider.Status, _provider.Body) = (status, """{ "code": 20003, "message": "About +31612345678" }""");

        Assert.Contains(reason, Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync()).Reason, StringComparison.Ordinal);
        Assert.Single(_provider.Calls);    // a redirect is not followed
    }

    [Theory]
    [InlineData(201, "")]
    [InlineData(201, "<html>")]
    [InlineData(201, "null")]
    [InlineData(201, "{}")]
    [InlineData(201, """{ "sid": 7 }""")]
    [InlineData(201, """{ "sid": "+31612345678" }""")]
    [InlineData(400, "<html>")]
    public async Task An_answer_that_cannot_be_read_is_nobody_knows(int status, string body)
    {
        (_provider.Status, _provider.Body) = (status, body);

        Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync());
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        _provider.Body = $$"""{ "sid": "SM1", "body": "{{new string('x', 70_000)}}" }""";

        Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync());
    }

    [Fact]
    public async Task A_provider_that_says_nothing_is_left()
    {
        _provider.IsSilent = true;

        Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(settings: [("Sms__Twilio__Timeout", "00:00:00.2")]));
    }

    [Fact]
    public async Task A_provider_that_is_not_there_is_nobody_knows() =>
        Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(settings: [("Sms__Twilio__BaseUrl", "http://127.0.0.1:1")]));

    [Fact]
    public async Task A_caller_who_gives_up_is_not_kept()
    {
        _provider.IsSilent = true;
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(ct: patience.Token));
    }

    [Fact]
    public async Task Whoever_lost_the_right_to_send_asks_nothing_of_the_provider()
    {
        Assert.Equal(new DeliveryOutcome.Held(), await SendAsync(mayLeave: false));
        Assert.Empty(_provider.Calls);
    }

    [Theory]
    [InlineData("+4915112345678")]
    [InlineData("+31 6 12345678")]
    [InlineData("+31612345678,+31687654321")]
    public async Task A_number_that_is_not_allowed_is_not_texted(string to)
    {
        Assert.Equal(new DeliveryOutcome.Refused(SmsLimits.Objection), await SendAsync(Message with { To = to }));
        Assert.Empty(_provider.Calls);
    }

    [Theory]
    [InlineData(201, """{ "sid": "SM1" }""")]
    [InlineData(400, """{ "code": 21211, "message": "+31612345678 is wrong" }""")]
    [InlineData(401, "a-token-nobody-may-see")]
    [InlineData(500, "+31612345678")]
    public async Task No_log_and_no_outcome_holds_number_text_or_token(int status, string body)
    {
        (_provider.Status, _provider.Body) = (status, body);

        var seen = $"{await SendAsync()}\n{_log}";

        Assert.All(["12345678", "CODE", Token, "AC1"], secret => Assert.DoesNotContain(secret, seen, StringComparison.Ordinal));
        Assert.Equal(status is 401 or 500, seen.Contains("Warning Text message msg_1 was not taken this time", StringComparison.Ordinal));
    }

    private async Task<DeliveryOutcome> SendAsync(
        SmsMessage? message = null, bool mayLeave = true, IEnumerable<(string, string)>? settings = null, CancellationToken? ct = null)
    {
        using var room = new DeliveryRoom(
            "Production",
            [
                ("Sms__Transport", "Twilio"), ("Sms__AllowedPrefixes__0", "+31"), ("Sms__Twilio__BaseUrl", $"{_provider.Address}"),
                ("Sms__Twilio__AccountSid", "AC1"), ("Sms__Twilio__AuthToken", Token), ("Sms__Twilio__From", "+15005550006"), .. settings ?? [],
            ]);
        _log = room.Log;
        Assert.Equal("", room.Objection());

        return await room.Get<ISmsSender>().SendAsync(message ?? Message, _ => Task.FromResult(mayLeave), ct ?? Ct);
    }
}
