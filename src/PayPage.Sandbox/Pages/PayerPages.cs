using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Pages;

/// <summary>What a payer sees and does. A GET changes nothing; a POST does one thing and answers with a redirect.</summary>
internal static partial class PayerPages
{
    public static void Map(RouteGroupBuilder payer)
    {
        payer.MapGet("/", Show);
        payer.MapGet("/done", Done);
        payer.MapPost("/card", PayAsync);
        payer.MapPost("/challenge", AnswerChallengeAsync);
        payer.MapPost("/bank", ChooseBankAsync);
        payer.MapPost("/authorise", AuthoriseAsync);
        payer.MapPost("/cancel", CancelAsync);
    }

    private static IResult Show(
        HttpContext context, string secret, [FromServices] Database database, [FromServices] TimeProvider clock)
    {
        if (Find(database, secret) is not { } payment)
        {
            return Unknown(context);
        }

        return payment.StatusAt(clock.GetUtcNow()) != PaymentStatus.Open ? ToDone(context, payment)
            : payment.IsCard && payment.Challenged ? PageFrame.Page(context, "Authentication", CardPage.Challenge(payment))
            : payment.IsCard ? PageFrame.Page(context, "Pay by card", CardPage.Form(payment, CardForm.Empty))
            : Banks.Find(payment.Bank) is { } bank ? PageFrame.Page(context, bank.Name, BankPage.Authorise(payment, bank))
            : PageFrame.Page(context, "Pay by bank", BankPage.List(payment));
    }

    /// <summary>The way back to the merchant. Not a redirect: CSP form-action would block one that follows a POST to another origin.</summary>
    private static IResult Done(HttpContext context, string secret, [FromServices] Database database, [FromServices] TimeProvider clock)
    {
        if (Find(database, secret) is not { } payment)
        {
            return Unknown(context);
        }

        var status = payment.StatusAt(clock.GetUtcNow());
        if (status == PaymentStatus.Open)
        {
            return ToForm(context, payment);
        }

        var back = AsciiAddress(payment.ReturnUrl!);    // only a tombstone has none, and it has no page either
        context.Response.Headers["Refresh"] = $"0;url={back}";
        return PageFrame.Page(context, Title(status), Html.Of($"""
            <p>You are being taken back to {payment.MerchantName ?? "the merchant"}.</p>
            <p><a href="{back}">Continue</a></p>
            """));
    }

    private static async Task<IResult> PayAsync(
        HttpContext context,
        string secret,
        [FromServices] Database database,
        [FromServices] PayByCard pay,
        [FromServices] TimeProvider clock,
        [FromServices] ILoggerFactory loggers,
        CancellationToken ct)
    {
        if (Find(database, secret) is not { } payment)
        {
            return Unknown(context);
        }

        var form = CardForm.Read(await FormAsync(context, ct), clock.GetUtcNow());
        if (payment.StatusAt(clock.GetUtcNow()) == PaymentStatus.Open && form.Errors.Count > 0)
        {
            if (form.MayBeReal)
            {
                LogRefusedCard(loggers.CreateLogger(typeof(PayerPages)), payment.Id);
            }

            return PageFrame.Page(context, "Pay by card", CardPage.Form(payment, form), StatusCodes.Status422UnprocessableEntity);
        }

        return form.Card is { } card ? Answer(context, payment, await pay.HandleAsync(payment, card, ct)) : ToDone(context, payment);
    }

    private static async Task<IResult> AnswerChallengeAsync(
        HttpContext context, string secret, [FromServices] Database database, [FromServices] PayByCard pay, CancellationToken ct)
    {
        if (Find(database, secret) is not { } payment)
        {
            return Unknown(context);
        }

        return (await FormAsync(context, ct))["result"].ToString() switch
        {
            "complete" => Answer(context, payment, await pay.AnswerChallengeAsync(payment, completed: true, ct)),
            "fail" => Answer(context, payment, await pay.AnswerChallengeAsync(payment, completed: false, ct)),
            _ => ToForm(context, payment),
        };
    }

    private static async Task<IResult> ChooseBankAsync(
        HttpContext context, string secret, [FromServices] Database database, [FromServices] PayByBank pay, CancellationToken ct)
    {
        if (Find(database, secret) is not { } payment)
        {
            return Unknown(context);
        }

        await pay.ChooseAsync(payment, (await FormAsync(context, ct))["bank"], ct);
        return ToForm(context, payment);
    }

    private static async Task<IResult> AuthoriseAsync(
        HttpContext context, string secret, [FromServices] Database database, [FromServices] PayByBank pay, CancellationToken ct) =>
        Find(database, secret) is { } payment
            ? Answer(context, payment, await pay.HandleAsync(payment, (await FormAsync(context, ct))["decision"], ct))
            : Unknown(context);

    private static async Task<IResult> CancelAsync(
        HttpContext context, string secret, [FromServices] Database database, [FromServices] CancelPayment cancel, CancellationToken ct)
    {
        if (Find(database, secret) is not { } payment)
        {
            return Unknown(context);
        }

        await cancel.HandleAsync(payment, ct);
        return ToDone(context, payment);
    }

    private static IResult Answer(HttpContext context, Payment payment, PayerOutcome outcome) => outcome switch
    {
        PayerOutcome.Closed or PayerOutcome.NotOpen => ToDone(context, payment),
        PayerOutcome.Challenged => ToForm(context, payment),
        PayerOutcome.TimedOut => Trouble(context, payment, "No answer in time", StatusCodes.Status504GatewayTimeout),
        PayerOutcome.Broken => Trouble(context, payment, "Something went wrong", StatusCodes.Status500InternalServerError),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Fit for a header, whatever letters the merchant's host has.</summary>
    private static string AsciiAddress(string url)
    {
        var uri = new Uri(url);
        return new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
    }

    private static IResult Trouble(HttpContext context, Payment payment, string title, int status) =>
        PageFrame.Page(context, title, Html.Of($"""
            <p>This fault was ordered by the test card. Whether money moved is for the merchant to find out.</p>
                <p><a href="/sandbox/pay/{payment.PayerSecret}/done">Continue</a></p>
            """), status);

    private static IResult Unknown(HttpContext context) => PageFrame.Page(
        context,
        "Not found",
        Html.Of($"<p>There is no such payment. Go back to the merchant and start again.</p>"),
        StatusCodes.Status404NotFound);

    private static IResult ToDone(HttpContext context, Payment payment) =>
        PageFrame.SeeOther(context, $"/sandbox/pay/{payment.PayerSecret}/done");

    private static IResult ToForm(HttpContext context, Payment payment) =>
        PageFrame.SeeOther(context, $"/sandbox/pay/{payment.PayerSecret}");

    // Whatever is no form is a form without fields.
    private static async Task<IFormCollection> FormAsync(HttpContext context, CancellationToken ct) =>
        context.Request.HasFormContentType ? await context.Request.ReadFormAsync(ct) : FormCollection.Empty;

    private static Payment? Find(Database database, string secret) => database.Read(s => PaymentShelf.BySecret(s, secret));

    private static string Title(PaymentStatus status) => status switch
    {
        PaymentStatus.Succeeded => "Paid",
        PaymentStatus.Processing => "On its way",
        PaymentStatus.Failed => "Not paid",
        PaymentStatus.Canceled => "Canceled",
        PaymentStatus.Expired => "Too late",
        PaymentStatus.Open => "Open",
    };

    [LoggerMessage(7030, LogLevel.Warning, "A number that is not a test card was refused on the page of {PaymentId}.")]
    private static partial void LogRefusedCard(ILogger logger, string paymentId);
}
