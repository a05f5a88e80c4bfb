namespace PayPage.Api.Own;

/// <summary>What our own API has beside the dialect's invoices: their payments, links, events and papers.</summary>
internal static class OwnRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="api">Our own group.</param>
    public static void MapOwnInvoices(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/invoices/{number}/payments", Reading, PaymentsApi.ListAsync);
        api.MapMethods("/invoices/{number}/links", Reading, LinksApi.ListAsync);
        api.MapPost("/invoices/{number}/links", LinksApi.IssueAsync);
        api.MapMethods("/invoices/{number}/events", Reading, InvoiceEventsApi.ReadAsync);
        api.MapMethods("/invoices/{number}/qr.svg", Reading, QrApi.SvgAsync);
        api.MapMethods("/invoices/{number}/qr.png", Reading, QrApi.PngAsync);
        api.MapMethods("/invoices/{number}/invoice.pdf", Reading, PapersApi.InvoiceAsync);
        api.MapDelete("/links/{id}", LinksApi.RevokeAsync);
        api.MapMethods("/payments/{id}", Reading, PaymentsApi.ShowAsync);
        api.MapMethods("/payments/{id}/refunds", Reading, RefundsApi.ListAsync);
        api.MapPost("/payments/{id}/refunds", RefundsApi.AskAsync);
        api.MapPost("/payments/{id}/receipt", PapersApi.SendReceiptAsync);
        api.MapMethods("/payments/{id}/receipt.pdf", Reading, PapersApi.ReceiptAsync);
    }
}
