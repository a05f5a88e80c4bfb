namespace PayPage.Api.Fort;

internal static class FortRoutesRegistration
{
    /// <summary>The door for systems that speak PayFort's dialect, at the paths that they have in them. Every answer is HTTP 200: its own codes say the rest.</summary>
    public static IEndpointRouteBuilder MapFort(this IEndpointRouteBuilder site)
    {
        var fort = site.MapGroup("/FortAPI").AddEndpointFilter<FortGuard>();

        fort.MapPost("/paymentApi", PaymentApi.AnswerAsync);
        fort.MapPost("/upload", UploadApi.AnswerAsync);    // with and without a slash at the end
        fort.MapPost("/batchApi", BatchApi.AnswerAsync);
        return site;
    }
}
