using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Invoices;

/// <summary>
/// A merchant's system sends an invoice, for the first time or again, and hears at once of an address that nobody has. Otherwise as <see cref="SendInvoice"/>.
/// </summary>
internal sealed class DeliverInvoice(PayPageDbContext db, WriteSeam write, SendInvoice send, SendFirst sendFirst)
{
    /// <summary>Asked for twice within a moment, it sends once.</summary>
    public async Task<Result> HandleAsync(SendInvoice.Wish wish, Caller caller, CancellationToken ct)
    {
        var promised = new List<OutboxMessageId>();
        var outcome = await write.RunAsync(
            (unit, token) =>
            {
                promised.Clear();    // of a run that was not committed
                return send.InsideAsync(unit, wish, promised, caller, token);
            },
            ct);

        if (promised.Count == 0)
        {
            return new Result(outcome, AllFailed: false);
        }

        var invoice = await db.Invoices.Numbered(wish.Number, caller).Select(i => i.Id).SingleAsync(ct);
        return new Result(outcome, await sendFirst.AllFailedAsync(invoice, promised, ct));
    }

    /// <param name="AllFailed">Every message was refused for good: a first one was not sent, and the invoice is as it was but for its link.</param>
    internal sealed record Result(SendInvoice.Outcome Outcome, bool AllFailed);
}
