using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Invoices;

/// <summary>The first try to send a new invoice, while whoever made it waits a little: he hears at once of an address that nobody has.</summary>
internal sealed class SendFirst(WriteSeam write, DeliverMessage deliver, Note note, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>Only a definite no is a failure: what nobody knows counts as sent.</summary>
    /// <param name="messages">Promised by the unit that made the invoice; at least one.</param>
    public async Task<bool> AllFailedAsync(InvoiceId invoiceId, IReadOnlyList<OutboxMessageId> messages, CancellationToken ct)
    {
        using var time = new CancellationTokenSource(Longest, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);

        try
        {
            var refused = 0;

            foreach (var message in messages)
            {
                refused += await deliver.ThisAsync(message, patience.Token) is DeliveryOutcome.Refused ? 1 : 0;
            }

            if (refused == messages.Count)
            {
                return true;
            }
        }
        catch (OperationCanceledException)
        {
            // The worker takes it up in a moment.
        }
        catch (StoreBusyException)
        {
            return false;    // the invoice exists and its mail is promised: the caller must not be told otherwise
        }

        await write.RunAsync((unit, token) => MarkSentAsync(unit, invoiceId, token), CancellationToken.None);
        return false;
    }

    private async Task MarkSentAsync(Unit unit, InvoiceId id, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.SingleAsync(i => i.Id == id, ct);

        if (invoice.Stage == InvoiceStage.Created)
        {
            invoice.MarkSent(clock.GetUtcNow());
            note.Of(unit, invoice, AuditKind.InvoiceSent, Actor.System);
        }
    }
}
