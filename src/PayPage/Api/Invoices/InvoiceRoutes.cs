using PayPage.Api.Description;
using PayPage.Api.Description.Shapes;

namespace PayPage.Api.Invoices;

/// <summary>The addresses of invoices in the dialect.</summary>
internal static class InvoiceRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="api">The dialect's own group.</param>
    public static void MapInvoices(this IEndpointRouteBuilder api)
    {
        api.MapPost("/invoices", CreateInvoiceApi.CreateAsync)
            .Named("createInvoice", "Create an invoice: as a draft, ready to be paid, or sent at once")
            .Takes<CreateInvoice>().Gives<Invoice>(StatusCodes.Status201Created).Gives<Unsent>(StatusCodes.Status202Accepted);
        api.MapMethods("/invoices", Reading, ListInvoicesApi.ListAsync)
            .Named("getAllInvoices", "Invoices, newest first").Gives<InvoiceList>()
            .Asks("offset", "How many to pass over: counts invoices, not pages. 0 where it is left out.").Asks("limit", "1 to 1000; 5 where it is left out.")
            .Asks("status", "DRAFT, CREATED, SENT, PARTIAL, PENDING, PAID or CANCELED, in any case.");
        api.MapMethods("/invoices/{id}", Reading, ShowInvoiceApi.ShowAsync)
            .Named("getInvoice", "One invoice, with its history").Gives<InvoiceDetails>().KnowsCopies();
        api.MapPut("/invoices/{id}", UpdateInvoiceApi.UpdateAsync)
            .Named("updateInvoice", "Change all but the number, until a payment has arrived", "What is left out is taken away. Another e-mail address ends the links that were sent.")
            .Takes<UpdateInvoice>().Gives<Invoice>().Gives<Unsent>(StatusCodes.Status202Accepted).AsksForVersion();
        api.MapPost("/invoices/{id}/publication", InvoiceActionsApi.PublishAsync)
            .Named("performPublishAction", "A draft may be paid from now on; nothing is sent").Takes<Empty>(isRequired: false).Gives<Invoice>().AsksForVersion();
        api.MapPost("/invoices/{id}/delivery", InvoiceActionsApi.DeliverAsync)
            .Named("performSendAction", "Send it, for the first time or again").Takes<Empty>(isRequired: false).Gives<Invoice>().Gives<Unsent>(StatusCodes.Status202Accepted).AsksForVersion();
        api.MapPost("/invoices/{id}/cancelation", InvoiceActionsApi.CancelAsync)
            .Named("performCancelAction", "Take it back, as long as no money came").Takes<Empty>(isRequired: false).Gives<Invoice>().AsksForVersion();
    }
}
