using Microsoft.AspNetCore.Mvc;
using PayPage.Api.Description;
using PayPage.Api.Description.Shapes;

namespace PayPage.Api.Settings;

internal static class SettingsRoutes
{
    private const string ProductType = "There is one product here, so this is not looked at.";

    /// <param name="api">The dialect's group.</param>
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("").WithTags("Settings");

        settings.MapMethods("/invoiceSettings", [HttpMethods.Get, HttpMethods.Head], InvoiceSettingsApi.ShowAsync)
            .Named("getInvoiceSettings", "How invoices, mails and the pay page look and speak").Gives<InvoiceSettings>().Asks("productType", ProductType);
        settings.MapPut("/invoiceSettings", InvoiceSettingsApi.ChangeAsync).WithMetadata(new RequestSizeLimitAttribute(InvoiceSettingsApi.MostBytes))
            .Named("updateInvoiceSettings", "Change them: what is left out stays as it is").Takes<NewInvoiceSettings>().Gives<InvoiceSettings>().Asks("productType", ProductType).AsksForVersion();
    }
}
