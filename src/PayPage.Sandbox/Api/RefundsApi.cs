using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PayPage.Sandbox.Refunds;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Api;

internal static class RefundsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/payments/{id}/refunds", CreateAsync);
        api.MapGet("/refunds", List);
        api.MapGet("/refunds/{id}", Show);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context, string id, [FromServices] CreateRefund create, CancellationToken ct)
    {
        var (key, keyProblem) = ApiBody.Key(context.Request);
        var (body, problem) = await ApiBody.ReadAsync<RefundRequest>(context.Request, ct);
        if ((keyProblem ?? problem) is { } wrong)
        {
            return ApiAnswer.Invalid(wrong);
        }

        return await create.HandleAsync(context.ApiKey().Account, key, id, body!, ct) switch    // no problem means a body
        {
            CreateRefund.Outcome.Created created => ApiAnswer.Raw(created.Body, StatusCodes.Status201Created),
            CreateRefund.Outcome.Replayed replayed => ApiAnswer.Replay(context, replayed.Body, replayed.Status),
            CreateRefund.Outcome.KeyReused => ApiAnswer.KeyReused(),
            CreateRefund.Outcome.ReferenceTaken => ApiAnswer.ReferenceTaken(),
            CreateRefund.Outcome.NoSuchPayment => ApiAnswer.NotFound("payment"),
            CreateRefund.Outcome.ExceedsPayment => ApiAnswer.Error(
                StatusCodes.Status409Conflict, "refund_exceeds_payment", "More than is left of this payment.", "amount"),
            CreateRefund.Outcome.Disputed => ApiAnswer.Error(
                StatusCodes.Status409Conflict, "payment_disputed", "The payer's bank has taken this money over a dispute.", "amount"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IResult Show(HttpContext context, string id, [FromServices] Database database) =>
        database.Read(s => RefundShelf.ById(s, context.ApiKey().Account, id)) is { } refund
            ? ApiAnswer.Of(refund.View())
            : ApiAnswer.NotFound("refund");

    private static IResult List(HttpContext context, [FromServices] Database database)
    {
        if (context.Request.Query["client_reference"] is not [{ Length: > 0 } reference])
        {
            return ApiAnswer.Invalid(new Problem("client_reference", "client_reference is required."));
        }

        var found = database.Read(s => RefundShelf.ByReference(s, context.ApiKey().Account, reference));
        return ApiAnswer.Of(new ListView<RefundView>(found is null ? [] : [found.View()], HasMore: false));
    }
}
