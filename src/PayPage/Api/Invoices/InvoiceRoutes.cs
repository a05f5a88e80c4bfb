namespace PayPage.Api.Invoices;

/// <summary>The addresses of invoices in the dialect.</summary>
internal static class InvoiceRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="api">The dialect's own group.</param>
    public static void MapInvoices(this IEndpointRouteBuilder api)
    {
        api.MapPost("/invoices", CreateInvoiceApi.CreateAsync);
        api.MapMethods("/invoices", Reading, ListInvoicesApi.ListAsync);
        api.MapMethods("/invoices/{id}", Reading, ShowInvoiceApi.ShowAsync);
        api.MapPut("/invoices/{id}", UpdateInvoiceApi.UpdateAsync);
        api.MapPost("/invoices/{id}/publication", InvoiceActionsApi.PublishAsync);
        api.MapPost("/invoices/{id}/delivery", InvoiceActionsApi.DeliverAsync);
        api.MapPost("/invoices/{id}/cancelation", InvoiceActionsApi.CancelAsync);
    }
}
