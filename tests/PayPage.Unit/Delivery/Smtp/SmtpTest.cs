using PayPage.Domain.Delivery;
using PayPage.Unit.Delivery.Support;
using PayPage.Unit.Support;

namespace PayPage.Unit.Delivery.Smtp;

/// <summary>A mail server, an authority that the site trusts, and the site's real sender, made from settings.</summary>
public abstract class SmtpTest : IAsyncDisposable
{
    internal const string From = "invoices@pay.example.com";

    internal static readonly EmailMessage Mail = new(
        "msg_1@pay.example.com", "Northgate Flowers", "accounts@northgate.example", "tanya@example.com", "Invoice 1",
        "Hello,\n\n× 20\n\nhttps://pay.example.com/p/TOKEN\n", "<p>Hello</p>", "en", new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    internal MailServer Server { get; } = new() { Offers = ["8BITMIME", "SIZE 35882577", "STARTTLS"] };

    internal TestAuthority Authority { get; } = new();

    internal KeptLog Log { get; private set; } = new();

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Authority.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>In the clear: for what has nothing to do with TLS.</summary>
    private protected Task<DeliveryOutcome> SendAsync(EmailMessage? mail = null, MayLeave? mayLeave = null, CancellationToken? ct = null) =>
        SendAsync([("Email__Smtp__Security", "None")], mail, mayLeave, ct);

    private protected async Task<DeliveryOutcome> SendAsync(
        IEnumerable<(string Name, string Value)> settings, EmailMessage? mail = null, MayLeave? mayLeave = null, CancellationToken? ct = null)
    {
        Server.Certificate ??= Authority.CertificateFor("localhost");
        using var room = new DeliveryRoom(
            "Production",
            [
                ("Email__Transport", "Smtp"), ("Email__From", From), ("Email__Smtp__Host", "localhost"), ("Email__Smtp__Port", $"{Server.Port}"),
                ("Email__Smtp__Timeout", "00:00:05"), ("Email__Smtp__TrustedCertificate", Authority.PemFile), .. settings,
            ]);
        Log = room.Log;
        Assert.Equal("", room.Objection());

        return await room.Get<IEmailSender>().SendAsync(mail ?? Mail, mayLeave ?? (_ => Task.FromResult(true)), ct ?? Ct);
    }
}
