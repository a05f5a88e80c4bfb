using PayPage.Api.Json;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>Get, in the dialect of Visa Acceptance's invoicing v2.</summary>
internal static class ShowInvoiceApi
{
    /// <param name="id">The invoice's number as the router leaves it: all is unescaped but slashes.</param>
    public static async Task<IResult> ShowAsync(string id, HttpContext call, ShowInvoice show, TimeProvider clock, CancellationToken ct)
    {
        // No number has a percent sign in it, so this is never a second decoding.
        var text = id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

        return InvoiceNumber.TryRead(text, out var number) && await show.HandleAsync(number, ApiCaller.Of(call), ct) is { } view
            ? JsonReply.Of(StatusCodes.Status200OK, json =>
            {
                InvoiceReply.Write(json, view, clock.GetUtcNow());
                InvoiceReply.WriteHistory(json, view);
            })
            : ErrorReply.NoSuchInvoice(clock.GetUtcNow());
    }
}
