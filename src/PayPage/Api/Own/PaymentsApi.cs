using PayPage.Api.Invoices;
using PayPage.Api.Json;
using PayPage.Domain.Payments;
using PayPage.UseCases;
using PayPage.UseCases.Payments;

namespace PayPage.Api.Own;

/// <summary>The payments of an invoice.</summary>
internal static class PaymentsApi
{
    public static async Task<IResult> ListAsync(string number, HttpContext call, ShowPayments show, CancellationToken ct) =>
        RouteNumber.TryRead(number, out var known) && await show.HandleAsync(known, ApiCaller.Of(call), ct) is { } payments
            ? JsonReply.Of(StatusCodes.Status200OK, json =>
            {
                json.WriteStartArray("payments");

                foreach (var payment in payments)
                {
                    json.WriteStartObject();
                    PaymentJson.Write(json, payment, known);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            })
            : ProblemReply.NoSuch("invoice");

    public static async Task<IResult> ShowAsync(string id, HttpContext call, ShowPayments show, CancellationToken ct) =>
        await FindAsync(id, ApiCaller.Of(call), show, ct) is { } view
            ? JsonReply.Of(StatusCodes.Status200OK, json => PaymentJson.Write(json, view.Payment, view.Number))
            : ProblemReply.NoSuch("payment");

    /// <param name="id">From the address: anything.</param>
    /// <returns>Null when the caller has no such payment.</returns>
    internal static async Task<ShowPayments.View?> FindAsync(string id, Caller caller, ShowPayments show, CancellationToken ct) =>
        PaymentId.TryParse(id, out var payment) ? await show.OneAsync(payment, caller, ct) : null;
}
