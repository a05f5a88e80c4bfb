using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PayPage.Sandbox.Disputes;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Pages;

/// <summary>Where people play the payer's bank. Ids cannot be guessed: whoever has one may act.</summary>
internal static class DisputePages
{
    public static void Map(RouteGroupBuilder sandbox)
    {
        sandbox.MapPost("/disputes", OpenAsync);
        sandbox.MapGet("/disputes/{id}", Show);
        sandbox.MapPost("/disputes/{id}", MoveAsync);
    }

    /// <summary>For the sandbox's home page.</summary>
    public static Html Form() => Html.Of($"""
        <form method="post" action="/sandbox/disputes">
          <p><label for="payment">Id of a payment that succeeded (sbp_…)</label><br><input id="payment" name="payment" required autocomplete="off" spellcheck="false"></p>
          <p><label for="reason">Reason</label><br><select id="reason" name="reason">{Html.Join(Dispute.Reasons.Select(r => Html.Of($"<option>{r}</option>")))}</select></p>
          <button type="submit" name="kind" value="dispute">Take the money back</button>
          <button type="submit" name="kind" value="inquiry" class="quiet">Only ask the merchant</button>
        </form>
        """);

    private static async Task<IResult> OpenAsync(HttpContext context, [FromServices] OpenDispute open, CancellationToken ct)
    {
        var form = await FormAsync(context, ct);
        var reason = form["reason"].ToString();
        var id = form["payment"].ToString().Trim();

        return await open.HandleAsync(null, id, null, Dispute.Reasons.Contains(reason) ? reason : Dispute.NoReason, form["kind"] == "inquiry", null, ct) switch
        {
            OpenDispute.Outcome.Opened opened => PageFrame.SeeOther(context, $"/sandbox/disputes/{opened.Dispute.Id}"),
            OpenDispute.Outcome.NoSuchPayment => Trouble(context, "There is no such payment.", StatusCodes.Status404NotFound),
            OpenDispute.Outcome.NotPaid => Trouble(context, "Only a payment that has succeeded can be disputed.", StatusCodes.Status409Conflict),
            OpenDispute.Outcome.AlreadyOpen => Trouble(context, "A dispute of this payment is not decided yet.", StatusCodes.Status409Conflict),
            OpenDispute.Outcome.ExceedsPayment => Trouble(context, "Banks have all of this payment already.", StatusCodes.Status409Conflict),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IResult Show(HttpContext context, string id, [FromServices] Database database) =>
        database.Read(s => DisputeShelf.ById(s, id) is { } found ? (found, PaymentShelf.ById(s, found.PaymentId)!) : ((Dispute, Payment)?)null) is var (dispute, payment)
            ? PageFrame.Page(context, "Dispute", Body(dispute, payment))
            : Trouble(context, "There is no such dispute.", StatusCodes.Status404NotFound);

    private static async Task<IResult> MoveAsync(
        HttpContext context, string id, [FromServices] Database database, [FromServices] MoveDispute move, CancellationToken ct)
    {
        DisputeStatus? to = (await FormAsync(context, ct))["to"].ToString() switch
        {
            "answer" => DisputeStatus.UnderReview,
            "escalate" => DisputeStatus.NeedsResponse,
            "win" => DisputeStatus.Won,
            "lose" => DisputeStatus.Lost,
            "close" => DisputeStatus.Closed,
            _ => null,
        };

        return to is { } known && await database.WriteAsync(s => move.Try(s, id, known), ct) is not null
            ? PageFrame.SeeOther(context, $"/sandbox/disputes/{id}")
            : Trouble(context, "That cannot be done with this dispute now.", StatusCodes.Status409Conflict);
    }

    private static Html Body(Dispute dispute, Payment payment) => Html.Of($"""
        {PaymentSummary.Of(payment with { Amount = dispute.Amount })}
        <dl class="summary">
          <div><dt>Dispute</dt><dd>{dispute.Id}</dd></div>
          <div><dt>Payment</dt><dd>{dispute.PaymentId}</dd></div>
          <div><dt>Reason</dt><dd>{dispute.Reason}</dd></div>
          <div><dt>State</dt><dd>{dispute.Status.Text()}</dd></div>
          {Due(dispute)}
        </dl>
        <form method="post" action="/sandbox/disputes/{dispute.Id}">
          {Html.Join(Buttons.Where(b => dispute.Status.MayBecome(b.To)).Select(b => Button(b.Value, b.Label, b.Quiet)))}
        </form>
        """);

    private static readonly (string Value, string Label, DisputeStatus To, bool Quiet)[] Buttons =
    [
        ("answer", "As the merchant: send evidence", DisputeStatus.UnderReview, false),
        ("escalate", "As the bank: take the money", DisputeStatus.NeedsResponse, false),
        ("win", "As the bank: the merchant wins", DisputeStatus.Won, true),
        ("lose", "As the bank: the payer wins", DisputeStatus.Lost, true),
        ("close", "As the bank: let it be", DisputeStatus.Closed, true),
    ];

    private static Html Due(Dispute dispute) => dispute.EvidenceDueBy is { } due
        ? Html.Of($"<div><dt>Answer by</dt><dd>{due.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC</dd></div>")
        : Html.Nothing;

    private static Html Button(string value, string label, bool quiet) => quiet
        ? Html.Of($"""<button type="submit" name="to" value="{value}" class="quiet">{label}</button>""")
        : Html.Of($"""<button type="submit" name="to" value="{value}">{label}</button>""");

    private static IResult Trouble(HttpContext context, string sentence, int status) =>
        PageFrame.Page(context, "Dispute", Html.Of($"""<p>{sentence}</p><p><a href="/sandbox">Back</a></p>"""), status);

    private static async Task<IFormCollection> FormAsync(HttpContext context, CancellationToken ct) =>
        context.Request.HasFormContentType ? await context.Request.ReadFormAsync(ct) : FormCollection.Empty;
}
