using PayPage.Api.Invoices;
using PayPage.Api.Json;
using PayPage.Domain.Payments;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Receipts;

namespace PayPage.Api.Own;

/// <summary>Invoices and receipts on paper, and the receipt's way to its payer.</summary>
internal static class PapersApi
{
    public static async Task<IResult> InvoiceAsync(string number, HttpContext call, PrintPapers print, CancellationToken ct) =>
        RouteNumber.TryRead(number, out var known) && await print.InvoiceAsync(known, ApiCaller.Of(call), ct) is { } file
            ? Results.File(file.Content.ToArray(), file.ContentType, file.Name)
            : ProblemReply.NoSuch("invoice");

    public static async Task<IResult> ReceiptAsync(string id, HttpContext call, ShowPayments show, PrintPapers print, CancellationToken ct)
    {
        var caller = ApiCaller.Of(call);

        return await PaymentsApi.FindAsync(id, caller, show, ct) is not { } view ? ProblemReply.NoSuch("payment")
            : await print.ReceiptAsync(view.Payment, caller, ct) is { } file ? Results.File(file.Content.ToArray(), file.ContentType, file.Name)
            : NoReceipt();
    }

    public static async Task<IResult> SendReceiptAsync(string id, HttpContext call, SendReceiptAgain send, CancellationToken ct)
    {
        if (await EmptyBody.ObjectionAsync(call.Request, ct) is { } wrong)
        {
            return ProblemReply.Of(wrong.Status, "unreadable-body", "The body cannot be read.", wrong.Message);
        }

        return !PaymentId.TryParse(id, out var payment) ? ProblemReply.NoSuch("payment")
            : await send.HandleAsync(payment, ApiCaller.Of(call), ct) switch
            {
                SendReceiptAgain.Outcome.Sent => Told("queued"),
                SendReceiptAgain.Outcome.SentAMomentAgo => Told("sent-a-moment-ago"),
                SendReceiptAgain.Outcome.NoReceipt => NoReceipt(),
                SendReceiptAgain.Outcome.NoAddress => ProblemReply.Of(
                    StatusCodes.Status409Conflict, "no-address", "The payer has no address.",
                    "Neither an e-mail address nor a number is known for this payment. Get its receipt.pdf and hand it over."),
                SendReceiptAgain.Outcome.NoSuchPayment => ProblemReply.NoSuch("payment"),
            };
    }

    /// <summary>202: it leaves in a moment, and the events of the invoice tell what became of it.</summary>
    private static JsonReply Told(string status) => JsonReply.Of(StatusCodes.Status202Accepted, json => json.WriteString("status", status));

    private static JsonReply NoReceipt() =>
        ProblemReply.Of(StatusCodes.Status409Conflict, "no-receipt", "There is no receipt.", "Receipts are written when money comes. Ask for the payment: its status says how far it is.");
}
