using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Storage;
using PayPage.Sandbox.TestCards;

namespace PayPage.Sandbox.Api;

/// <summary>Test helpers: they do what a payer or the bank would do, through the same code.</summary>
internal static class SimulateApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/payments/{id}/simulate", SimulateAsync);
        api.MapPost("/payments/{id}/settle", SettleAsync);
    }

    private static async Task<IResult> SimulateAsync(
        HttpContext context,
        string id,
        [FromServices] Database database,
        [FromServices] PayByCard byCard,
        [FromServices] PayByBank byBank,
        [FromServices] PaymentViews views,
        CancellationToken ct)
    {
        var (body, problem) = await ApiBody.ReadAsync<SimulateRequest>(context.Request, ct);
        if (problem is not null)
        {
            return ApiAnswer.Invalid(problem);
        }

        if (database.Read(s => PaymentShelf.ById(s, context.ApiKey().Account, id)) is not { } payment)
        {
            return ApiAnswer.NotFound("payment");
        }

        var outcome = body switch
        {
            { Card: not null } => await byCard.HandleAsync(payment, TestTable.FindCard(body.CardDigits)!, ct),    // checked with the body
            { Challenge: { } answer } => await byCard.AnswerChallengeAsync(payment, answer == "complete", ct),
            { Bank: { } decision } => await ThroughBankAsync(byBank, payment, decision, ct),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        return outcome switch
        {
            PayerOutcome.Closed closed => ApiAnswer.Of(views.Of(closed.Payment)),
            PayerOutcome.Challenged challenged => ApiAnswer.Of(views.Of(challenged.Payment)),
            PayerOutcome.NotOpen notOpen => NotNow(notOpen.Payment),
            PayerOutcome.TimedOut => ApiAnswer.TimedOut(),
            PayerOutcome.Broken => ApiAnswer.Broken(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // A payer without a bank picks one first.
    private static async Task<PayerOutcome> ThroughBankAsync(PayByBank byBank, Payment payment, string decision, CancellationToken ct)
    {
        if (payment.Bank is null)
        {
            await byBank.ChooseAsync(payment, Banks.All[0].Code, ct);
        }

        return await byBank.HandleAsync(payment, decision, ct);
    }

    private static async Task<IResult> SettleAsync(
        HttpContext context,
        string id,
        [FromServices] Database database,
        [FromServices] PayByBank byBank,
        [FromServices] PaymentViews views,
        CancellationToken ct)
    {
        var (body, problem) = await ApiBody.ReadAsync<SettleRequest>(context.Request, ct);
        if (problem is not null)
        {
            return ApiAnswer.Invalid(problem);
        }

        if (database.Read(s => PaymentShelf.ById(s, context.ApiKey().Account, id)) is not { } payment)
        {
            return ApiAnswer.NotFound("payment");
        }

        return await byBank.SettleAsync(payment, body!.Succeeded, ct) is { } settled    // no problem means a body
            ? ApiAnswer.Of(views.Of(settled))
            : NotNow(payment);
    }

    private static IResult NotNow(Payment payment) => ApiAnswer.Error(
        StatusCodes.Status409Conflict, "invalid_state", $"A {payment.Method} payment that is {payment.Status.Text()} does not wait for this.");
}
