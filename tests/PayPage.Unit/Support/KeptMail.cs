using PayPage.Domain.Delivery;

namespace PayPage.Unit.Support;

/// <summary>Keeps what would have been sent, or answers what a test wants.</summary>
internal sealed class KeptMail : IEmailSender
{
    public List<EmailMessage> Sent { get; } = [];

    public Func<EmailMessage, DeliveryOutcome> Answer { get; set; } = _ => new DeliveryOutcome.Accepted();

    public async Task<DeliveryOutcome> SendAsync(EmailMessage mail, MayLeave mayLeave, CancellationToken ct)
    {
        if (!await mayLeave(ct))
        {
            return new DeliveryOutcome.Held();
        }

        var outcome = Answer(mail);

        if (outcome is DeliveryOutcome.Accepted)
        {
            Sent.Add(mail);
        }

        return outcome;
    }
}

/// <summary>The addresses of a site that nobody runs.</summary>
internal sealed class FixedAddresses : PayPage.Domain.Links.ISiteAddresses
{
    private static readonly Uri Site = new("https://pay.example.com/");

    public string Host => Site.Host;

    public string Origin => Site.GetLeftPart(UriPartial.Authority);

    public Uri PayPage(string token) => new(Site, $"p/{token}");

    public Uri ShortLink(string code) => new(Site, $"s/{code}");

    public Uri VerifyReceipt(string code) => new(Site, $"verify/{code}");

    public Uri Return(string token) => new(Site, $"p/{token}/return");

    public Uri Hook(PayPage.Domain.Processors.ProcessorAccount account) => new(Site, $"hooks/sandbox/{account.Id}");
}
