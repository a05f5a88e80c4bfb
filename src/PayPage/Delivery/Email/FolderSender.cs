using Microsoft.Extensions.Options;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Email;

/// <summary>Puts each mail into a folder. The file is named by the Message-ID, so the same mail sent twice is one file.</summary>
internal sealed class FolderSender(MailFolder folder, IOptions<EmailOptions> options) : IEmailSender
{
    public async Task<DeliveryOutcome> SendAsync(EmailMessage mail, MayLeave mayLeave, CancellationToken ct)
    {
        var path = Path.Combine(folder.Path, $"{mail.MessageId.Split('@')[0]}.eml");
        var unfinished = $"{path}.{Environment.ProcessId}.part";

        try
        {
            Directory.CreateDirectory(folder.Path);
            await File.WriteAllTextAsync(unfinished, MimeText.Of(mail, options.Value.From), ct);

            if (!await mayLeave(ct))
            {
                File.Delete(unfinished);
                return new DeliveryOutcome.Held();
            }

            File.Move(unfinished, path, overwrite: true);    // whoever watches the folder never sees half a mail
            return new DeliveryOutcome.Accepted();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DeliveryOutcome.Unknown(e.GetType().Name);
        }
    }
}

/// <param name="Path">Absolute.</param>
internal sealed record MailFolder(string Path);
