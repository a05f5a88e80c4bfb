using PayPage.Domain.Delivery;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>A preview and what stands around its frame.</summary>
/// <param name="Frame">The address of what is inside the frame; a text message has none.</param>
/// <param name="Mail">Null where it is about something else, and where no mail is sent.</param>
/// <param name="Text">Likewise.</param>
internal sealed record Stage(Preview Preview, string Frame, EmailMessage? Mail, SmsMessage? Text)
{
    public PreviewWish Wish => Preview.Wish;

    public SmsSegments? Segments => Text is null ? null : SmsSegments.Of(Text.Text);

    /// <summary>Why there is nothing to see; null where there is.</summary>
    public string? Nothing => (Preview.Subject, Wish.Kind) switch
    {
        (null, _) => "There is too little in the form to show anything yet.",
        (_, PreviewKind.Mail) when Mail is null => ImagineMatter.MailIn(Wish.State) is null
            ? "Nobody gets a mail in this state."
            : "This invoice has no e-mail address, so no mail would be sent.",
        (_, PreviewKind.Confirmation) when Mail is null => "You are told of money that came: choose a state in which something was paid.",
        (_, PreviewKind.Reminder or PreviewKind.Overdue) when Mail is null => ImagineMatter.IsReminded(Wish.State)
            ? "This invoice has no e-mail address, so nobody would be reminded."
            : "Nobody is reminded in this state.",
        (_, PreviewKind.Text) when Text is null => ImagineMatter.TextIn(Wish.State) is null
            ? "Nobody gets a text message in this state."
            : "This invoice has no telephone number, so no text message would be sent.",
        _ => null,
    };

    public static Stage Of(Preview preview, DrawPreview draw, string frame) => new(
        preview, frame,
        preview.Subject is null ? null : MailOf(preview, draw),
        preview is { Subject: not null, Wish.Kind: PreviewKind.Text } ? draw.Text(preview) : null);

    /// <returns>Null where it is about something else, and where no mail is sent.</returns>
    public static EmailMessage? MailOf(Preview preview, DrawPreview draw) => preview.Wish.Kind switch
    {
        PreviewKind.Mail => draw.Mail(preview),
        PreviewKind.Confirmation => draw.Confirmation(preview),
        PreviewKind.Reminder or PreviewKind.Overdue => draw.Reminder(preview),
        _ => null,
    };
}
