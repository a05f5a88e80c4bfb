using System.Text;
using PayPage.Api.Invoices;
using PayPage.Api.Json;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.UseCases.Links;

namespace PayPage.Api.Own;

/// <summary>The short form of a link as a QR code. Whoever has the picture has the link.</summary>
internal static class QrApi
{
    public static Task<IResult> SvgAsync(string number, string? link, HttpContext call, ShowLinks show, RevealLink reveal, IQrRenderer qr, CancellationToken ct) =>
        DrawnAsync(number, link, call, show, reveal, address => Results.File(Encoding.UTF8.GetBytes(qr.Svg(address)), "image/svg+xml"), ct);

    public static Task<IResult> PngAsync(string number, string? link, HttpContext call, ShowLinks show, RevealLink reveal, IQrRenderer qr, CancellationToken ct) =>
        DrawnAsync(number, link, call, show, reveal, address => Results.File(qr.Png(address), "image/png"), ct);

    /// <param name="link">Whose code it is to be; null: the newest link of the customer.</param>
    private static async Task<IResult> DrawnAsync(
        string number, string? link, HttpContext call, ShowLinks show, RevealLink reveal, Func<Uri, IResult> draw, CancellationToken ct)
    {
        var caller = ApiCaller.Of(call);

        if (!RouteNumber.TryRead(number, out var known) || await show.HandleAsync(known, caller, ct) is not { } view)
        {
            return ProblemReply.NoSuch("invoice");
        }

        if (view.Invoice.Stage is InvoiceStage.Draft or InvoiceStage.Canceled)
        {
            return NoLink($"The invoice is {(view.Invoice.Stage == InvoiceStage.Draft ? "a draft: publish it first." : "canceled.")}");
        }

        var wanted = link is null ? null : LinkId.TryParse(link, out var id) ? view.Links.FirstOrDefault(row => row.Link.Id == id) : null;

        if (link is not null && wanted is null)
        {
            return ProblemReply.NoSuch("link");
        }

        wanted ??= view.Links.FirstOrDefault(row => !row.Link.IsForAnother && row.Link.RevokedAt is null);

        return wanted is { Link: { RevokedAt: null } of } && await reveal.HandleAsync(known, of.Id, caller, ct) is { } revealed
            ? draw(revealed.Short)
            : NoLink("Its link was taken back. Deliver the invoice, and it gets another.");
    }

    private static JsonReply NoLink(string detail) => ProblemReply.Of(StatusCodes.Status409Conflict, "no-link", "There is no link to draw.", detail);
}
