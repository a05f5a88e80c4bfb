using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Delivery;
using PayPage.Domain.Team;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>"Send me this mail". To the signed-in person's own address and to no other, so that nobody's customer ever gets a preview.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class SendModel(FindPreview findPreview, SendPreview send, SealPreview seal) : OfficePage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var address = PreviewAddress.Read(PreviewNames.Of(PreviewKind.Mail), Request.Query);

        if (!PreviewForm.TryOpen(seal, address, Caller, out var wish) || await findPreview.HandleAsync(wish, Caller, ct) is not { Subject: not null } preview)
        {
            return NotFound();
        }

        Say(Told(await send.HandleAsync(preview, Me.Email, ct), Me.Email));
        return SeeOther(Path($"previews/{address.Written}"));
    }

    private static string Told(DeliveryOutcome outcome, string to) => outcome switch
    {
        DeliveryOutcome.Accepted => $"The mail was handed over for {to}. Its subject begins with “{SendPreview.Mark.Trim()}”.",
        DeliveryOutcome.Refused refused => $"The mail to {to} was refused: {refused.Reason}",
        DeliveryOutcome.Unknown unknown => $"Nobody knows whether the mail to {to} left: {unknown.Reason}. Look into your mailbox before you try again.",
        DeliveryOutcome.Needless needless => needless.Reason,
        DeliveryOutcome.Held => "The mail was not sent.",
        _ => throw new UnreachableException(),
    };
}
