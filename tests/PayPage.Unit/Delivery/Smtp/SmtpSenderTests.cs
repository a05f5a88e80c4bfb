using PayPage.Delivery.Email;
using PayPage.Delivery.Email.Smtp;
using PayPage.Domain.Delivery;

namespace PayPage.Unit.Delivery.Smtp;

public sealed class SmtpSenderTests : SmtpTest
{
    [Fact]
    public async Task The_server_gets_byte_for_byte_what_the_folder_would_hold()
    {
        var outcome = await SendAsync();

        Assert.Equal(new DeliveryOutcome.Accepted("250 2.0.0 Ok: queued as 4F2A"), outcome);
        Assert.Equal(MimeText.Of(Mail, From), Server.Mail);
        Assert.Equal(
            ["EHLO pay.example.com", $"MAIL FROM:<{From}> SIZE={MimeBytes()} BODY=8BITMIME", "RCPT TO:<tanya@example.com>", "DATA", "QUIT"],
            Server.Heard);
        Assert.Empty(Log.Lines);
    }

    [Fact]
    public async Task A_server_of_seven_bits_gets_every_letter_in_ascii()
    {
        Server.Offers = ["SIZE 35882577"];

        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync());

        Assert.Equal(MimeText.Of(Mail, From, sevenBit: true), Server.Mail);
        Assert.All(Server.Mail ?? "", letter => Assert.True(char.IsAscii(letter)));
        Assert.DoesNotContain(Server.Heard, command => command.Contains("BODY=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dot_that_begins_a_line_is_doubled_on_the_wire_and_single_again_for_the_reader()
    {
        var mail = Mail with { Text = ".\n..\n.hidden\nnot. here.\n.\n" };

        await SendAsync(mail);

        Assert.Contains("\r\n..\r\n...\r\n..hidden\r\nnot. here.\r\n..\r\n", Server.Raw, StringComparison.Ordinal);
        Assert.Equal(MimeText.Of(mail, From), Server.Mail);
    }

    [Fact]
    public async Task Whoever_lost_the_right_to_send_stops_before_the_mail_itself()
    {
        string[] heardBefore = [];

        var outcome = await SendAsync(mayLeave: _ =>
        {
            heardBefore = [.. Server.Verbs];
            return Task.FromResult(false);
        });

        Assert.Equal(new DeliveryOutcome.Held(), outcome);
        Assert.Equal(["EHLO", "MAIL", "RCPT"], heardBefore);
        Assert.Equal(["EHLO", "MAIL", "RCPT", "QUIT"], Server.Verbs);
        Assert.Null(Server.Raw);
    }

    [Theory]
    [InlineData("554 5.7.1 <tanya@example.com>: Relay access denied")]
    [InlineData("550 5.7.1 Unable to relay")]
    [InlineData("550 relay not permitted")]
    [InlineData("530 5.7.0 Authentication required")]
    public async Task A_no_to_us_bounces_nobodys_invoice_and_names_the_setting(string reply)
    {
        Server.Script["RCPT"] = reply;

        var outcome = Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync());

        Assert.Contains("Email__Smtp__UserName", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("tanya", outcome.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user")]
    [InlineData("RCPT", "553 5.1.3 Bad address")]
    [InlineData("MAIL", "552 5.3.4 Too big")]
    [InlineData("MAIL", "550 5.3.4 Too big")]
    [InlineData("DATA", "554 5.5.1 No valid recipients")]
    [InlineData("mail", "554 5.7.1 Spam")]
    [InlineData("mail", "552 5.3.4 Too big")]
    [InlineData("mail", "523 Too big")]
    public async Task A_final_no_to_the_mail_or_its_address_is_a_refusal(string step, string reply)
    {
        Server.Script[step] = reply;

        var refused = Assert.IsType<DeliveryOutcome.Refused>(await SendAsync());

        Assert.EndsWith(reply, refused.Reason, StringComparison.Ordinal);
        Assert.Contains("QUIT", Server.Verbs);
    }

    [Theory]
    [InlineData("greeting", "421 Busy")]
    [InlineData("greeting", "554 5.7.1 Your network is not liked here")]
    [InlineData("EHLO", "550 5.7.1 Who are you?")]
    [InlineData("EHLO", "502 What?")]
    [InlineData("MAIL", "451 4.3.0 Later")]
    [InlineData("MAIL", "550 5.7.1 Not this sender")]
    [InlineData("MAIL", "530 5.7.0 Authentication required")]
    [InlineData("RCPT", "450 4.2.0 Greylisted")]
    [InlineData("RCPT", "452 4.2.2 Mailbox full")]
    [InlineData("RCPT", "530 5.7.0 Authentication required")]
    [InlineData("DATA", "451 4.3.0 Later")]
    [InlineData("DATA", "250 But no 354")]
    [InlineData("mail", "451 4.7.1 Later")]
    [InlineData("mail", "354 Still here?")]
    public async Task A_passing_no_or_a_fault_of_our_settings_never_bounces_an_invoice(string step, string reply)
    {
        Server.Script[step] = reply;

        var unknown = Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync());

        Assert.EndsWith(reply, unknown.Reason, StringComparison.Ordinal);
        Assert.Contains(reply, Assert.Single(Log.Lines).Text, StringComparison.Ordinal);
        Assert.StartsWith("Warning Mail msg_1@pay.example.com", Log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("greeting")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData("mail")]
    public async Task Where_the_line_breaks_nobody_knows(string step)
    {
        Server.Script[step] = MailServer.HangUp;

        Assert.Equal(new DeliveryOutcome.Unknown($"The mail server cannot be reached, or broke off ({(step == "mail" ? "the mail" : step)})."), await SendAsync());
    }

    [Theory]
    [InlineData("greeting")]
    [InlineData("RCPT")]
    [InlineData("mail")]
    public async Task A_server_that_says_nothing_is_left(string step)
    {
        Server.Script[step] = MailServer.Silence;

        Assert.Equal(
            new DeliveryOutcome.Unknown($"The mail server took too long ({(step == "mail" ? "the mail" : step)})."),
            await SendAsync([("Email__Smtp__Security", "None"), ("Email__Smtp__Timeout", "00:00:00.2")]));
    }

    [Fact]
    public async Task A_server_that_never_says_goodbye_changes_nothing()
    {
        Server.Script["QUIT"] = MailServer.Silence;

        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync([("Email__Smtp__Security", "None"), ("Email__Smtp__Timeout", "00:00:00.2")]));
    }

    public static TheoryData<string> Noise => new(
        "SSH-2.0-OpenSSH_9.9", "", "25", "abc hello", "2500 hello", "999 hello", "000 hello", "+25 hello", new string('2', 5_000),
        "220 " + new string('x', 5_000), string.Join("\r\n", Enumerable.Repeat("220-more", 500)));

    [Theory]
    [MemberData(nameof(Noise))]
    public async Task What_is_not_smtp_is_nobody_knows(string greeting)
    {
        Server.Script["greeting"] = greeting;

        Assert.Equal(new DeliveryOutcome.Unknown("What answers there does not speak SMTP (greeting)."), await SendAsync());
    }

    [Fact]
    public async Task Where_nothing_listens_the_mail_waits()
    {
        (string, string)[] nobody = [("Email__Smtp__Security", "None"), ("Email__Smtp__Port", "1")];

        Assert.Equal(new DeliveryOutcome.Unknown("The mail server cannot be reached, or broke off (connecting)."), await SendAsync(nobody));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_kept()
    {
        Server.Script["greeting"] = MailServer.Silence;
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(ct: patience.Token));
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_refused_before_it_travels()
    {
        Server.Offers = ["8BITMIME", "SIZE 100"];

        Assert.Equal(new DeliveryOutcome.Refused($"The mail has {MimeBytes()} bytes, and the mail server takes at most 100."), await SendAsync());
        Assert.Equal(["EHLO", "QUIT"], Server.Verbs);
    }

    [Theory]
    [InlineData("SIZE")]
    [InlineData("SIZE 0")]
    [InlineData("SIZE lots")]
    public async Task A_size_without_a_limit_limits_nothing(string offer)
    {
        Server.Offers = ["8BITMIME", offer];

        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync());
        Assert.Contains($"MAIL FROM:<{From}> SIZE={MimeBytes()} BODY=8BITMIME", Server.Heard);
    }

    [Fact]
    public async Task A_server_that_offers_nothing_gets_plain_commands_and_the_mail_in_ascii()
    {
        Server.Offers = [];

        await SendAsync();

        Assert.Contains($"MAIL FROM:<{From}>", Server.Heard);
        Assert.Equal(MimeText.Of(Mail, From, sevenBit: true), Server.Mail);
    }

    [Theory]
    [InlineData("tanya@example.com\r\nRCPT TO:<all@example.com>")]
    [InlineData("tanya@example.com> NOTIFY=SUCCESS <")]
    [InlineData("tanya@example.com,all@example.com")]
    [InlineData("")]
    public async Task What_is_not_one_mailbox_never_becomes_a_command(string to)
    {
        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(Mail with { To = to }));
        Assert.Empty(Server.Heard);
    }

    [Theory]
    [InlineData("one\n.\ntwo")]
    [InlineData("one\r.\rtwo")]
    [InlineData("one\r\n.\r\r\ntwo")]
    public void A_lone_line_end_could_smuggle_a_second_mail_and_makes_a_letter_unfit(string content) =>
        Assert.False(new SmtpLetter(From, "tanya@example.com", content).IsWhole);

    [Theory]
    [InlineData("250 2.0.0 Ok: queued as 4F2A for tanya@example.com", "250 2.0.0 Ok: queued as 4F2A for (...)")]
    [InlineData("250 <Tanya@EXAMPLE.com>... tanya @ example.com has it", "250 (...) (...) has it")]
    [InlineData("250 see https://pay.example.com/p/TOKEN or www.example.com or pay.example.com/p/TOKEN", "250 see (...) or (...) or (...)")]
    [InlineData("250 Ok é\u202E\t!", "250 Ok ??????!")]
    public async Task What_a_server_says_is_kept_without_addresses_and_links(string reply, string kept)
    {
        Server.Script["mail"] = reply;

        Assert.Equal(new DeliveryOutcome.Accepted(kept), await SendAsync());
    }

    [Fact]
    public async Task However_long_a_server_talks_little_of_it_is_kept()
    {
        var talk = string.Concat(Enumerable.Repeat("and so on ", 190));
        Server.Script["RCPT"] = string.Join("\r\n", Enumerable.Range(1, 90).Select(i => $"550{(i < 90 ? '-' : ' ')}5.1.1 {talk}"));

        var reason = Assert.IsType<DeliveryOutcome.Refused>(await SendAsync()).Reason;

        Assert.StartsWith("The mail server refused (RCPT): 550 5.1.1 and so on and so on", reason, StringComparison.Ordinal);
        Assert.InRange(reason.Length, 150, 200);
    }

    [Theory]
    [InlineData("pay.example.com", "pay.example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("192.0.2.7", "[192.0.2.7]")]
    [InlineData("[2001:db8::1]", "[IPv6:2001:db8::1]")]
    public void The_site_names_itself_as_smtp_wants_it(string host, string name) => Assert.Equal(name, SmtpConversation.NameOf(host));

    private static int MimeBytes() => System.Text.Encoding.UTF8.GetByteCount(MimeText.Of(Mail, From));
}
