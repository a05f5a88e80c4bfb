namespace PayPage.Api;

internal static class ApiRegistration
{
    public static void MapApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup("/invoicing/v2");
}
