namespace PayPage.Api.Settings;

internal static class SettingsRoutes
{
    /// <param name="api">The dialect's group.</param>
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/invoiceSettings", [HttpMethods.Get, HttpMethods.Head], InvoiceSettingsApi.ShowAsync);
        api.MapPut("/invoiceSettings", InvoiceSettingsApi.ChangeAsync);
    }
}
