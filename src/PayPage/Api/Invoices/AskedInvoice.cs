using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>The invoice that a call is about, as it stood when the call came.</summary>
/// <param name="Version">What it must still be when something is done with it; null: whatever it is.</param>
internal sealed record AskedInvoice(ShowInvoice.View View, long? Version)
{
    public string Number => View.Invoice.Number;

    /// <summary>Finds it, and holds it against If-Match.</summary>
    /// <param name="id">From the address, see <see cref="RouteNumber"/>.</param>
    /// <returns>Either of the two.</returns>
    public static async Task<(AskedInvoice? Asked, IResult? Refusal)> FindAsync(string id, HttpContext call, ShowInvoice show, TimeProvider clock, CancellationToken ct)
    {
        if (!RouteNumber.TryRead(id, out var number) || await show.HandleAsync(number, ApiCaller.Of(call), ct) is not { } view)
        {
            return (null, ErrorReply.NoSuchInvoice(clock.GetUtcNow()));
        }

        if (!InvoiceTag.TryReadCondition(call.Request.Headers.IfMatch, out var versions))
        {
            return (null, ErrorReply.Refused(
                StatusCodes.Status400BadRequest, "If-Match cannot be read. Send the ETag of the invoice as you got it, with its quotes, or leave the header out.", clock.GetUtcNow()));
        }

        return versions is null ? (new AskedInvoice(view, null), null)
            : versions.Contains(view.Invoice.Version) ? (new AskedInvoice(view, view.Invoice.Version), null)
            : (null, ErrorReply.Changed(clock.GetUtcNow()).Tagged(InvoiceTag.Of(view)));
    }
}
