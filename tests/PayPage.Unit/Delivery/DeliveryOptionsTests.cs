using PayPage.Domain.Delivery;
using PayPage.Unit.Delivery.Support;

namespace PayPage.Unit.Delivery;

public sealed class DeliveryOptionsTests
{
    private const string Smtp = "Email__Transport=Smtp Email__Smtp__Host=smtp.example.com ";
    private const string Twilio = "Sms__Transport=Twilio Sms__AllowedPrefixes__0=+31 Sms__Twilio__AccountSid=AC1 Sms__Twilio__AuthToken=secret ";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Email__From=nobody", "Email__From")]
    [InlineData("Email__From=a@example.com,b@example.com", "Email__From")]
    [InlineData("Email__Transport=Smtp", "Email__Smtp__Host is not set")]
    [InlineData("Email__Transport=Smtp Email__Smtp__Host=smtp://example.com:25", "Email__Smtp__Host")]
    [InlineData(Smtp + "Email__Smtp__Port=0", "Smtp.Port")]
    [InlineData(Smtp + "Email__Smtp__Timeout=00:01:00", "Smtp.Timeout")]
    [InlineData(Smtp + "Email__Smtp__UserName=paypage", "belong together")]
    [InlineData(Smtp + "Email__Smtp__Password=secret", "belong together")]
    [InlineData(Smtp + "Email__Smtp__Security=None", "Email__Smtp__Security=None would send mail in the clear")]
    [InlineData(Smtp + "Email__Smtp__Host=localhost Email__Smtp__Security=None Email__Smtp__UserName=u Email__Smtp__Password=secret", "would send the password in the clear")]
    [InlineData(Smtp + "Email__Smtp__TrustedCertificate=/no/such/file.pem", "Email__Smtp__TrustedCertificate")]
    [InlineData("Sms__AllowedPrefixes__0=31", "Sms__AllowedPrefixes")]
    [InlineData("Sms__AllowedPrefixes__0=+", "Sms__AllowedPrefixes")]
    [InlineData("Sms__PerNumberPerDay=0", "PerNumberPerDay")]
    [InlineData("Sms__PerMerchantPerDay=1000001", "PerMerchantPerDay")]
    [InlineData("Sms__Transport=Twilio", "Sms__AllowedPrefixes is empty")]
    [InlineData("Sms__Transport=Twilio Sms__AllowedPrefixes__0=+31", "Sms__Twilio__AccountSid")]
    [InlineData("Sms__Transport=Twilio Sms__AllowedPrefixes__0=+31 Sms__Twilio__AccountSid=AC/../1", "Sms__Twilio__AccountSid")]
    [InlineData("Sms__Transport=Twilio Sms__AllowedPrefixes__0=+31 Sms__Twilio__AccountSid=AC1", "Sms__Twilio__AuthToken")]
    [InlineData(Twilio, "exactly one of Sms__Twilio__From and Sms__Twilio__MessagingServiceSid")]
    [InlineData(Twilio + "Sms__Twilio__From=Northgate Sms__Twilio__MessagingServiceSid=MG1", "exactly one")]
    [InlineData(Twilio + "Sms__Twilio__From=NorthgateFlowers", "Sms__Twilio__From")]
    [InlineData(Twilio + "Sms__Twilio__From=15005550006", "Sms__Twilio__From")]
    [InlineData(Twilio + "Sms__Twilio__MessagingServiceSid=MG-1", "Sms__Twilio__MessagingServiceSid")]
    [InlineData(Twilio + "Sms__Twilio__From=Northgate Sms__Twilio__BaseUrl=http://sms.example.com", "Sms__Twilio__BaseUrl")]
    [InlineData(Twilio + "Sms__Twilio__From=Northgate Sms__Twilio__BaseUrl=https://sms.example.com/v1", "Sms__Twilio__BaseUrl")]
    public void A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(string settings, string sentence)
    {
        using var room = Room(settings);

        Assert.Contains(sentence, room.Objection(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", room.Objection(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Smtp)]
    [InlineData(Smtp + "Email__Smtp__Security=Tls Email__Smtp__UserName=paypage Email__Smtp__Password=secret")]
    [InlineData(Smtp + "Email__Smtp__Host=127.0.0.1 Email__Smtp__Security=None")]
    [InlineData(Smtp + "Email__Smtp__Host=::1 Email__Smtp__Security=None")]
    [InlineData("Sms__AllowedPrefixes__0=+1 Sms__AllowedPrefixes__1=+44")]
    [InlineData(Twilio + "Sms__Twilio__From=+15005550006")]
    [InlineData(Twilio + "Sms__Twilio__From=Northgate24")]
    [InlineData(Twilio + "Sms__Twilio__MessagingServiceSid=MG1 Sms__Twilio__BaseUrl=http://127.0.0.1:8080")]
    public void Right_settings_start(string settings)
    {
        using var room = Room(settings);

        Assert.Equal("", room.Objection());
    }

    [Fact]
    public void Limits_on_texts_come_from_the_settings()
    {
        using var room = Room("Sms__AllowedPrefixes__0=+31 Sms__PerNumberPerDay=2 Sms__PerMerchantPerDay=50");

        var limits = room.Get<SmsLimits>();

        Assert.Equal((2, 50), (limits.PerNumberPerDay, limits.PerMerchantPerDay));
        Assert.True(limits.Allows("+31612345678"));
        Assert.False(limits.Allows("+32612345678"));
    }

    [Theory]
    [InlineData("Production", "", true)]
    [InlineData("Production", Smtp, false)]
    [InlineData("Development", "", false)]
    public async Task Outside_development_the_log_says_that_a_folder_reaches_nobody(string environment, string settings, bool warned)
    {
        using var room = Room(settings, environment);

        await room.StartAsync(Ct);

        Assert.Equal(warned, room.Log.ToString().Contains("Warning Mail is written into a folder and reaches nobody", StringComparison.Ordinal));
    }

    private static DeliveryRoom Room(string settings, string environment = "Production") => new(
        environment, settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => (setting.Split('=')[0], setting.Split('=')[1])));
}
