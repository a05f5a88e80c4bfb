using PayPage.Api.Json;
using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>Get, in the dialect of Visa Acceptance's invoicing v2.</summary>
internal static class ShowInvoiceApi
{
    /// <param name="id">The invoice's number, see <see cref="RouteNumber"/>.</param>
    public static async Task<IResult> ShowAsync(string id, HttpContext call, ShowInvoice show, TimeProvider clock, CancellationToken ct)
    {
        if (!RouteNumber.TryRead(id, out var number) || await show.HandleAsync(number, ApiCaller.Of(call), ct) is not { } view)
        {
            return ErrorReply.NoSuchInvoice(clock.GetUtcNow());
        }

        var tag = InvoiceTag.Of(view);

        if (InvoiceTag.IsKnown(call.Request.Headers.IfNoneMatch, tag))
        {
            call.Response.Headers.ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return JsonReply.Of(StatusCodes.Status200OK, json =>
        {
            InvoiceReply.Write(json, view, clock.GetUtcNow());
            InvoiceReply.WriteHistory(json, view);
        }).Tagged(tag);
    }
}
