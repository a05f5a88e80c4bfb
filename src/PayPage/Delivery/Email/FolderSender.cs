using Microsoft.Extensions.Options;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Email;

/// <summary>Puts each mail into a folder, as the bytes that a mail server would get. The file is named by the Message-ID.</summary>
internal sealed class FolderSender(MailFolder folder, IOptions<EmailOptions> options) : IEmailSender
{
    public Task<DeliveryOutcome> SendAsync(EmailMessage mail, MayLeave mayLeave, CancellationToken ct) => WholeFile.PutAsync(
        Path.Combine(folder.Path, $"{mail.MessageId.Split('@')[0]}.eml"), MimeText.Of(mail, options.Value.From), mayLeave, ct);
}

/// <param name="Path">Absolute.</param>
internal sealed record MailFolder(string Path);
