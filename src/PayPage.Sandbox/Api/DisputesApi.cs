using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PayPage.Sandbox.Disputes;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Api;

/// <summary>Acts as the payer's bank, and takes the merchant's answer.</summary>
internal static class DisputesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/payments/{id}/disputes", OpenAsync);
        api.MapGet("/disputes", List);
        api.MapGet("/disputes/{id}", Show);
        api.MapPost("/disputes/{id}/evidence", (HttpContext context, string id, [FromServices] Database database, [FromServices] MoveDispute move, CancellationToken ct) =>
            MoveAsync(context, id, DisputeStatus.UnderReview, database, move, ct));
        api.MapPost("/disputes/{id}/decide", DecideAsync);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, string id, [FromServices] OpenDispute open, CancellationToken ct)
    {
        var (body, problem) = await ApiBody.ReadAsync<DisputeRequest>(context.Request, ct);
        if (problem is not null)
        {
            return ApiAnswer.Invalid(problem);
        }

        var wish = body!;    // no problem means a body
        var time = wish.EvidenceSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;

        return await open.HandleAsync(context.ApiKey().Account, id, wish.Amount, wish.Reason, wish.Inquiry, time, ct) switch
        {
            OpenDispute.Outcome.Opened opened => ApiAnswer.Of(opened.Dispute.View(), StatusCodes.Status201Created),
            OpenDispute.Outcome.NoSuchPayment => ApiAnswer.NotFound("payment"),
            OpenDispute.Outcome.NotPaid => ApiAnswer.Error(StatusCodes.Status409Conflict, "invalid_state", "Only a payment that has succeeded can be disputed."),
            OpenDispute.Outcome.AlreadyOpen => ApiAnswer.Error(StatusCodes.Status409Conflict, "already_disputed", "A dispute of this payment is not decided yet."),
            OpenDispute.Outcome.ExceedsPayment => ApiAnswer.Error(
                StatusCodes.Status409Conflict, "dispute_exceeds_payment", "More than banks have left of this payment.", "amount"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IResult Show(HttpContext context, string id, [FromServices] Database database) =>
        database.Read(s => DisputeShelf.ById(s, context.ApiKey().Account, id)) is { } dispute ? ApiAnswer.Of(dispute.View()) : ApiAnswer.NotFound("dispute");

    private static IResult List(HttpContext context, [FromServices] Database database) =>
        context.Request.Query["payment_id"] is [{ Length: > 0 } payment]
            ? ApiAnswer.Of(new ListView<DisputeView>(
                [.. database.Read(s => DisputeShelf.OfPayment(s, context.ApiKey().Account, payment)).Select(d => d.View())], HasMore: false))
            : ApiAnswer.Invalid(new Problem("payment_id", "payment_id is required."));

    private static async Task<IResult> DecideAsync(
        HttpContext context, string id, [FromServices] Database database, [FromServices] MoveDispute move, CancellationToken ct)
    {
        var (body, problem) = await ApiBody.ReadAsync<DecideRequest>(context.Request, ct);
        return problem is null ? await MoveAsync(context, id, DecideRequest.Outcomes[body!.Outcome], database, move, ct) : ApiAnswer.Invalid(problem);
    }

    private static async Task<IResult> MoveAsync(HttpContext context, string id, DisputeStatus to, Database database, MoveDispute move, CancellationToken ct)
    {
        if (database.Read(s => DisputeShelf.ById(s, context.ApiKey().Account, id)) is not { } dispute)
        {
            return ApiAnswer.NotFound("dispute");
        }

        return await database.WriteAsync(s => move.Try(s, id, to), ct) is { } moved
            ? ApiAnswer.Of(moved.View())
            : ApiAnswer.Error(StatusCodes.Status409Conflict, "invalid_state", $"A dispute that is {dispute.Status.Text()} cannot become {to.Text()}.");
    }
}

internal sealed record DisputeRequest : IRequest
{
    private const int LongestTime = 90 * 86_400;

    /// <summary>In minor units; null: all that is left.</summary>
    public long? Amount { get; init; }

    public string Reason { get; init; } = Dispute.NoReason;

    /// <summary>The bank only asks; no money moves yet.</summary>
    public bool Inquiry { get; init; }

    /// <summary>How long the merchant may take to answer; null for the sandbox's own time.</summary>
    public int? EvidenceSeconds { get; init; }

    public Problem? FirstProblem() =>
        (Amount is { } amount ? Checks.Amount(amount) : null)
        ?? Checks.Demand(Dispute.Reasons.Contains(Reason), "reason", $"must be one of {string.Join(", ", Dispute.Reasons)}.")
        ?? Checks.Demand(EvidenceSeconds is null or (>= 1 and <= LongestTime), "evidence_seconds", $"must be 1 to {LongestTime}.");
}

internal sealed record DecideRequest : IRequest
{
    public static readonly IReadOnlyDictionary<string, DisputeStatus> Outcomes = new Dictionary<string, DisputeStatus>
    {
        ["won"] = DisputeStatus.Won,
        ["lost"] = DisputeStatus.Lost,
        ["closed"] = DisputeStatus.Closed,
        ["escalated"] = DisputeStatus.NeedsResponse,
    };

    public string Outcome { get; init; } = "";

    public Problem? FirstProblem() => Checks.Demand(Outcomes.ContainsKey(Outcome), "outcome", "must be won, lost, closed or escalated.");
}
