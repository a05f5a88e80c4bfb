using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Pages.Pay;

/// <summary>What the pay page's own script hears when it posts the form in the payer's stead (wwwroot/js/pay-element.js). Never compressed: secrets are in it.</summary>
internal static class ScriptAnswer
{
    private const string Json = "application/json";

    public static bool IsAskedFor(HttpRequest request) => request.Headers.Accept == Json;

    /// <summary>The payment is there; the payer goes on in the processor's form.</summary>
    /// <param name="back">Where the processor's script brings the payer afterwards.</param>
    public static JsonResult GoOn(HttpResponse response, PageForm form, BrowserKey key, Money amount, Uri back) => Of(
        response, StatusCodes.Status200OK, new { key = form.PublicKey, secret = key.Value, units = form.UnitsOf(amount), back = back.AbsoluteUri });

    /// <summary>Another page tells how things stand.</summary>
    public static JsonResult Lead(HttpResponse response, string to) => Of(response, StatusCodes.Status200OK, new { to });

    /// <param name="errors">By the name of the field.</param>
    public static JsonResult Wrong(HttpResponse response, IReadOnlyDictionary<string, string> errors) =>
        Of(response, StatusCodes.Status422UnprocessableEntity, new { errors });

    public static JsonResult Stuck(HttpResponse response, string trouble, int status = StatusCodes.Status503ServiceUnavailable) => Of(response, status, new { trouble });

    private static JsonResult Of(HttpResponse response, int status, object value)
    {
        response.Headers.ContentEncoding = "identity";
        return new JsonResult(value) { StatusCode = status };
    }
}
