using System.Text;
using PayPage.Delivery.Email;
using PayPage.Domain.Delivery;

namespace PayPage.Unit.Delivery.Smtp;

public sealed class SmtpSecurityTests : SmtpTest
{
    private const string Password = "correct horse battery";

    private static readonly (string, string)[] SignedIn = [("Email__Smtp__UserName", "paypage"), ("Email__Smtp__Password", Password)];

    [Fact]
    public async Task By_default_the_line_is_encrypted_before_anything_is_told()
    {
        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync([]));
        Assert.Equal(["EHLO", "STARTTLS", "EHLO", "MAIL", "RCPT", "DATA", "QUIT"], Server.Verbs);
        Assert.Equal(MimeText.Of(Mail, From), Server.Mail);
    }

    [Fact]
    public async Task With_implicit_tls_the_greeting_is_encrypted_already()
    {
        Server.EncryptsFirst = true;

        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync([("Email__Smtp__Security", "Tls")]));
        Assert.Equal(["EHLO", "MAIL", "RCPT", "DATA", "QUIT"], Server.Verbs);
        Assert.Equal(MimeText.Of(Mail, From), Server.Mail);
    }

    [Fact]
    public async Task Where_tls_is_not_offered_nothing_is_sent()
    {
        Server.Offers = ["8BITMIME", "AUTH PLAIN LOGIN"];

        var unknown = Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(SignedIn));

        Assert.Contains("offers no STARTTLS", unknown.Reason, StringComparison.Ordinal);
        Assert.Equal(["EHLO", "QUIT"], Server.Verbs);
    }

    [Fact]
    public async Task Where_tls_is_refused_nothing_is_sent()
    {
        Server.Script["STARTTLS"] = "454 4.7.0 TLS not available";

        Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(SignedIn));
        Assert.Equal(["EHLO", "STARTTLS", "QUIT"], Server.Verbs);
    }

    [Fact]
    public async Task What_somebody_slipped_in_before_tls_is_never_taken_for_an_answer()
    {
        // RFC 3207 6: with these lines believed, the wrong password below would seem right and the mail delivered.
        Server.Script["STARTTLS"] = "220 Ready\r\n250-mail.example.com\r\n250 AUTH PLAIN\r\n235 Welcome\r\n250 Ok\r\n250 Ok\r\n354 Go ahead\r\n250 Delivered";
        Server.OffersInside = ["AUTH PLAIN"];
        Server.Script["AUTH"] = "535 5.7.8 No";

        var unknown = Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(SignedIn));

        Assert.EndsWith("535 5.7.8", unknown.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("MAIL", Server.Verbs);
    }

    [Fact]
    public async Task What_was_offered_before_tls_is_forgotten()
    {
        Server.Offers = ["STARTTLS", "AUTH PLAIN"];
        Server.OffersInside = ["8BITMIME"];

        Assert.Contains("offers neither", Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(SignedIn)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_believed()
    {
        Server.Certificate = Authority.CertificateFor("other.example.com");

        AssertNoTls(await SendAsync(SignedIn));
    }

    [Fact]
    public async Task A_certificate_of_a_stranger_is_not_believed()
    {
        using var stranger = new TestAuthority();
        Server.Certificate = stranger.CertificateFor("localhost");

        AssertNoTls(await SendAsync(SignedIn));
    }

    [Fact]
    public async Task An_own_authority_is_believed_only_where_the_operator_names_it() =>
        AssertNoTls(await SendAsync([.. SignedIn, ("Email__Smtp__TrustedCertificate", "")]));

    [Fact]
    public async Task A_server_without_tls_behind_implicit_tls_gets_nothing() =>
        Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync([("Email__Smtp__Security", "Tls"), ("Email__Smtp__Timeout", "00:00:00.3")]));

    [Theory]
    [InlineData("AUTH LOGIN PLAIN")]
    [InlineData("auth plain")]
    public async Task The_password_is_given_as_plain_where_that_is_offered(string offer)
    {
        Server.OffersInside = [offer];

        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(SignedIn));
        Assert.Equal(["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"], Server.Verbs);
        Assert.Contains($"AUTH PLAIN {Base64($"\0paypage\0{Password}")}", Server.Heard);
    }

    [Fact]
    public async Task The_password_is_given_as_login_where_only_that_is_offered()
    {
        Server.OffersInside = ["AUTH CRAM-MD5 LOGIN"];

        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(SignedIn));
        Assert.Equal(["AUTH LOGIN", Base64("paypage"), Base64(Password)], Server.Heard.Skip(3).Take(3));
    }

    [Theory]
    [InlineData("AUTH PLAIN", "AUTH", "535 5.7.8 No")]
    [InlineData("AUTH PLAIN", "AUTH", "454 4.7.0 Later")]
    [InlineData("AUTH PLAIN", "AUTH", "334 What?")]
    [InlineData("AUTH LOGIN", "AUTH", "504 No")]
    [InlineData("AUTH LOGIN", "name", "535 5.7.8 No")]
    [InlineData("AUTH LOGIN", "password", "535 5.7.8 No")]
    public async Task A_password_that_is_not_taken_is_a_fault_of_our_settings(string offer, string step, string reply)
    {
        Server.OffersInside = [offer];
        Server.Script[step] = reply;

        var unknown = Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(SignedIn));

        Assert.StartsWith("The mail server did not take Email__Smtp__UserName and Email__Smtp__Password", unknown.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("MAIL", Server.Verbs);
    }

    [Fact]
    public async Task A_password_stands_in_no_log_and_no_outcome_even_where_the_server_repeats_it()
    {
        var told = Base64($"\0paypage\0{Password}");
        Server.OffersInside = ["AUTH PLAIN"];
        Server.Script["AUTH"] = $"535 5.7.8 Not {told}, that is {Password}";

        var seen = $"{await SendAsync(SignedIn)}\n{Log}";

        Assert.Contains("535 5.7.8", seen, StringComparison.Ordinal);
        Assert.All([told, Password, "horse", "tanya", "TOKEN"], secret => Assert.DoesNotContain(secret, seen, StringComparison.Ordinal));
    }

    private void AssertNoTls(DeliveryOutcome outcome)
    {
        Assert.StartsWith("No TLS with the mail server", Assert.IsType<DeliveryOutcome.Unknown>(outcome).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("MAIL", Server.Verbs);
        Assert.DoesNotContain("AUTH", Server.Verbs);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
