using PayPage.UseCases;

namespace PayPage.Api;

internal static class ApiCaller
{
    /// <summary>For whom this call is made. There is one behind <see cref="ApiKeyFilter"/>.</summary>
    public static Caller Of(HttpContext call) => call.Features.Get<Caller>()
        ?? throw new InvalidOperationException("This address is not behind the API key filter.");
}
