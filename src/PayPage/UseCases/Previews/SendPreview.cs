using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Previews;

/// <summary>"Send me this mail": to whoever asks, at once, by the way that mails leave here. No promise, no history: nobody's invoice was sent.</summary>
internal sealed class SendPreview(DrawPreview draw, IEmailSender email, ISiteAddresses addresses, IdSource ids)
{
    /// <summary>What stands before the subject, so that nobody takes it for the real one.</summary>
    public const string Mark = "Preview: ";

    /// <param name="to">The address of the person who asks.</param>
    public async Task<DeliveryOutcome> HandleAsync(Preview preview, string to, CancellationToken ct)
    {
        if (draw.Mail(preview) is not { } mail)
        {
            return new DeliveryOutcome.Needless("No mail is sent in this state.");
        }

        var own = mail with { MessageId = $"{OutboxMessageId.New(ids)}@{addresses.Host}", To = to, Subject = Mark + mail.Subject };
        return await email.SendAsync(own, _ => Task.FromResult(true), ct);
    }
}
