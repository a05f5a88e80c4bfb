using System.Diagnostics;
using PayPage.Api.Calls;
using PayPage.Api.Json;
using PayPage.Domain;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Payments;
using PayPage.UseCases;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Refunds;

namespace PayPage.Api.Own;

/// <summary>Money of a payment that goes back.</summary>
internal static class RefundsApi
{
    private const string Amount = "amount";
    private const string Reason = "reason";

    public static async Task<IResult> ListAsync(string id, HttpContext call, ShowPayments show, CancellationToken ct) =>
        await PaymentsApi.FindAsync(id, ApiCaller.Of(call), show, ct) is { } view
            ? JsonReply.Of(StatusCodes.Status200OK, json =>
            {
                json.WriteStartArray("refunds");

                foreach (var refund in view.Refunds)
                {
                    json.WriteStartObject();
                    PaymentJson.Write(json, refund);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteString("refundable", view.Payment.Refundable.Figure);
                json.WriteString("currency", view.Payment.Amount.Currency.Code);
            })
            : ProblemReply.NoSuch("payment");

    /// <summary>Asks the processor to give money back; of money that came past us it is written down that it was given back by hand. The history names the key.</summary>
    public static async Task<IResult> AskAsync(string id, HttpContext call, ShowPayments show, AskForRefund ask, IdSource ids, CancellationToken ct)
    {
        var caller = ApiCaller.Of(call);
        var wanted = IdempotencyKey.Of(call)?.RefundId ?? RefundId.New(ids);

        return await PaymentsApi.FindAsync(id, caller, show, ct) is not { } view ? ProblemReply.NoSuch("payment")
            : view.Refunds.SingleOrDefault(refund => refund.Id == wanted) is { } made ? Asked(made)    // by this very call, before it was cut off
            : await OwnBody.ReadAsync(
                call.Request, [Amount, Reason],
                async (fields, faults) =>
                {
                    // Both are read before either is judged: all that is wrong is said at once.
                    var proposal = new RefundProposal(fields.Text(Amount, Amount), fields.Text(Reason, Reason));
                    var reading = proposal.Read(view.Payment.Refundable, commaToo: false);

                    if (reading is RefundReading.Faulty { Faults: var found })
                    {
                        faults.AddRange(
                            from fault in found
                            let name = fault.Key.ToLowerInvariant()
                            where !faults.Exists(f => f.Field == name)
                            select new FieldFault(name, FaultKind.Invalid, fault.Value));
                    }

                    return faults.Count > 0 || reading is not RefundReading.Read read
                        ? ProblemReply.Faulty(faults)
                        : await AskAsync(view, new AskForRefund.Wish(view.Number, view.Payment.Reference, wanted, read.Amount, read.Reason, IsProven: true), caller, show, ask, ct);
                },
                ct);
    }

    private static async Task<IResult> AskAsync(ShowPayments.View view, AskForRefund.Wish wish, Caller caller, ShowPayments show, AskForRefund ask, CancellationToken ct)
    {
        switch (await ask.HandleAsync(wish, caller, ct))
        {
            case AskForRefund.Outcome.Asked:
                var refund = (await show.OneAsync(view.Payment.Id, caller, ct))?.Refunds.Single(r => r.Id == wish.Id)
                    ?? throw new InvariantException("A payment is gone of which money was just given back.");
                return Asked(refund);
            case AskForRefund.Outcome.TooMuch { Most.Minor: 0 }:
                return Conflict("nothing-left", "Nothing is left to give back.", "All of this payment was given back, is on its way back or is in dispute.");
            case AskForRefund.Outcome.TooMuch full:
                return Conflict("too-much", "So much cannot be given back.", $"The most is {full.Most.Figure} {full.Most.Currency.Code}. Nothing was done.");
            case AskForRefund.Outcome.NotPaid:
                return Conflict("not-paid", "No money has come of this payment.", "Only what was paid can be given back. Ask for the payment again, or wait for its event.");
            case AskForRefund.Outcome.NoSuchPayment:
                return ProblemReply.NoSuch("payment");
            default:
                throw new UnreachableException();    // its id is new, and a key needs no other proof
        }
    }

    private static JsonReply Asked(Refund refund) => JsonReply.Of(StatusCodes.Status201Created, json => PaymentJson.Write(json, refund));

    private static JsonReply Conflict(string kind, string title, string detail) => ProblemReply.Of(StatusCodes.Status409Conflict, kind, title, detail, Amount);
}
