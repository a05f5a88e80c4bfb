using PayPage.Api.Calls;
using PayPage.Api.Description;
using PayPage.Api.Description.Shapes;
using PayPage.Domain.Merchants;

namespace PayPage.Api.Own;

/// <summary>What our own API has beside the dialect's invoices: their payments, links, events and papers.</summary>
internal static class OwnRoutes
{
    private const string Pdf = "application/pdf";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="api">Our own group.</param>
    public static void MapOwnInvoices(this IEndpointRouteBuilder api)
    {
        MapInvoices(api.MapGroup("/invoices/{number}").WithTags("Of an invoice"));
        api.MapDelete("/links/{id}", LinksApi.RevokeAsync).WithTags("Of an invoice")
            .Named("revokeLink", "Take a link back").Gives<Link>();
        api.MapMethods("/payments/{id}", Reading, PaymentsApi.ShowAsync).WithTags("Payments").Named("getPayment", "One payment").Gives<Payment>();
        MapPayments(api.MapGroup("/payments/{id}").WithTags("Payments"));
    }

    private static void MapInvoices(RouteGroupBuilder invoice)
    {
        invoice.MapMethods("/payments", Reading, PaymentsApi.ListAsync).Named("listPayments", "Its payments").Gives<PaymentList>();
        invoice.MapMethods("/links", Reading, LinksApi.ListAsync).Named("listLinks", "Its links, without their addresses").Gives<LinkList>();
        invoice.MapPost("/links", LinksApi.IssueAsync).Named("issueLink", "Another payer gets a link of his own").Takes<NewLink>().Gives<IssuedLink>(StatusCodes.Status201Created);
        invoice.MapMethods("/events", Reading, InvoiceEventsApi.ReadAsync).Named("listInvoiceEvents", "What happened to it, oldest first").Gives<EventFeed>()
            .Asks("after", "Behind which event to begin: the value of next. Left out: at the oldest.").Asks("limit", "How many at most: 1 to 100, 50 where it is left out.")
            .Refuses(StatusCodes.Status410Gone);
        invoice.MapMethods("/qr.svg", Reading, QrApi.SvgAsync).Named("getQrSvg", "Its link as a QR code").GivesFile("image/svg+xml").Refuses(StatusCodes.Status409Conflict);
        invoice.MapMethods("/qr.png", Reading, QrApi.PngAsync).Named("getQrPng", "Its link as a QR code").GivesFile("image/png").Refuses(StatusCodes.Status409Conflict);
        invoice.MapMethods("/invoice.pdf", Reading, PapersApi.InvoiceAsync).Named("getInvoicePdf", "The invoice on paper").GivesFile(Pdf);
    }

    private static void MapPayments(RouteGroupBuilder payment)
    {
        payment.MapMethods("/refunds", Reading, RefundsApi.ListAsync).Named("listRefunds", "What of it went back").Gives<RefundList>();
        payment.MapPost("/refunds", RefundsApi.AskAsync).NeedsScope(ApiScopes.Refund).Named("refundPayment", "Give money back").Takes<NewRefund>().Gives<Refund>(StatusCodes.Status201Created);
        payment.MapPost("/receipt", PapersApi.SendReceiptAsync).Named("sendReceipt", "Send its receipt again").Takes<Empty>(isRequired: false).Gives<ReceiptSent>(StatusCodes.Status202Accepted);
        payment.MapMethods("/receipt.pdf", Reading, PapersApi.ReceiptAsync).Named("getReceiptPdf", "Its receipt on paper").GivesFile(Pdf).Refuses(StatusCodes.Status409Conflict);
    }
}
