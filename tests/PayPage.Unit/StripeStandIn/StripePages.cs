using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PayPage.Unit.StripeStandIn;

/// <summary>What a payer sees at Stripe's: the checkout page, and the bank's page of 3-D Secure. Plain forms that work without scripts.</summary>
internal sealed class StripePages(StripeServer server)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/c/pay/{id}", (HttpContext http, string id) => Show(http, server.Book.SessionOf(id), null));
        app.MapPost("/c/pay/{id}", PayAsync);
        app.MapGet("/stand-in/3ds/{id}", (HttpContext http, string id) => AskApproval(http, server.Book.IntentOf(id)));
        app.MapPost("/stand-in/3ds/{id}", ApproveAsync);
    }

    private async Task PayAsync(HttpContext http, string id)
    {
        var number = (await http.Request.ReadFormAsync(http.RequestAborted))["number"].ToString();
        var session = server.Book.SessionOf(id);

        if (session.Status != "open")
        {
            await Show(http, session, null);
            return;
        }

        session.Intent ??= server.Book.CreateIntent(session.Amount, session.Currency, session.Item, session.IntentMetadata, session);

        try
        {
            server.Book.Confirm(session.Intent, TestNumbers.Read(number), session.SuccessUrl);
        }
        catch (StripeRefusedException refusal)
        {
            await Show(http, session, refusal.Message);
            return;
        }

        await LeaveAsync(http, session.Intent.Status == "requires_action" ? new Uri(server.Url, $"stand-in/3ds/{session.Intent.Id}").AbsoluteUri : session.SuccessUrl);
    }

    private async Task ApproveAsync(HttpContext http, string id)
    {
        var answer = (await http.Request.ReadFormAsync(http.RequestAborted))["answer"].ToString();
        var intent = server.Book.Approve(id, answer == "approve");
        var back = intent.ReturnUrl ?? throw new InvalidOperationException("Nobody said where to return to.");

        if (intent.Session is { } session)
        {
            await (intent.Status == "succeeded" ? LeaveAsync(http, back) : Show(http, session, "We could not verify your payment. Try another card."));
            return;
        }

        var status = intent.Status is "succeeded" or "processing" ? "succeeded" : "failed";
        var mark = back.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        await LeaveAsync(http, $"{back}{mark}payment_intent={intent.Id}&payment_intent_client_secret={intent.ClientSecret}&redirect_status={status}");
    }

    private async Task LeaveAsync(HttpContext http, string to)
    {
        if (server.HooksFirst)
        {
            await server.Hooks.IdleAsync();
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = to;
    }

    private static Task Show(HttpContext http, Session session, string? fault) => WriteAsync(http, session.Locale ?? "en", session.Status == "open"
        ? $"""
           <h1>Stripe Checkout (stand-in)</h1>
           <p>{Text(session.Item)}: <strong>{session.Amount.ToString(CultureInfo.InvariantCulture)} {Text(session.Currency)}</strong> (Stripe's units)</p>
           {(fault is null ? "" : $"<p role=\"alert\">{Text(fault)}</p>")}
           <form method="post" action="/c/pay/{session.Id}">
             <p><label>Card number <input name="number" autocomplete="off" required></label></p>
             <p><button>Pay</button> <a href="{Text(session.CancelUrl)}">Cancel</a></p>
           </form>
           """
        : $"""
           <h1>Stripe Checkout (stand-in)</h1>
           <p>This session is {session.Status}.</p><p><a href="{Text(session.CancelUrl)}">Back</a></p>
           """);

    private static Task AskApproval(HttpContext http, Intent intent) => WriteAsync(http, "en", $"""
        <h1>Your bank (stand-in)</h1>
        <p>Do you approve the payment of {intent.Amount.ToString(CultureInfo.InvariantCulture)} {Text(intent.Currency)}?</p>
        <form method="post" action="/stand-in/3ds/{intent.Id}">
          <p><button name="answer" value="approve">Approve</button> <button name="answer" value="refuse">Refuse</button></p>
        </form>
        """);

    private static Task WriteAsync(HttpContext http, string language, string main)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Stripe (stand-in)</title><main>{main}</main></html>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
