using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Customers;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Invoices;

/// <summary>A merchant's invoice comes into being: with its link and its mail where it is to be sent at once, or not at all.</summary>
internal sealed class CreateInvoice(
    WriteSeam write, FindCustomer findCustomer, MintLink mint, Promise promise, DeliverMessage deliver, Note note, IdSource ids, TimeProvider clock)
{
    private static readonly TimeSpan LongestFirstDelivery = TimeSpan.FromSeconds(3);

    public async Task<Outcome> HandleAsync(NewInvoice wanted, Caller caller, CancellationToken ct)
    {
        var (invoice, messages) = await write.RunAsync((unit, token) => CreateAsync(unit, wanted, caller, token), ct);

        return invoice is null
            ? new Outcome.DuplicateNumber()
            : new Outcome.Created(invoice.Id, invoice.Number, messages.Count > 0 && await AllFailedAsync(invoice.Id, messages, ct));
    }

    private async Task<(Invoice? Invoice, IReadOnlyList<OutboxMessageId> Messages)> CreateAsync(Unit unit, NewInvoice wanted, Caller caller, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);

        if (wanted.Number is { } taken && await NumberInvoice.IsTakenAsync(unit, caller, taken, ct))
        {
            return (null, []);
        }

        var number = wanted.Number ?? await NumberInvoice.NextAsync(unit, caller, ct);
        var invoice = From(wanted, InvoiceId.New(ids), number, await findCustomer.HandleAsync(unit, wanted.BillTo, caller, ct), caller, clock.GetUtcNow());
        unit.Db.Invoices.Add(invoice);
        note.Of(unit, invoice, wanted.Publish ? AuditKind.InvoiceCreated : AuditKind.InvoiceDrafted, caller.Actor);

        if (!wanted.Publish)
        {
            return (invoice, []);
        }

        invoice.Publish(clock.GetUtcNow());
        var link = mint.Handle(unit, invoice, merchant, null, caller.Actor);

        return (invoice, [.. Promised(unit, invoice, link.Id)]);
    }

    private IEnumerable<OutboxMessageId> Promised(Unit unit, Invoice invoice, LinkId link)
    {
        if (invoice.Delivery.ByEmail())
        {
            yield return promise.Of(unit, invoice, OutboxKind.InvoiceMail, $"invoice:{invoice.Id}:1", link).Id;
        }

        if (invoice.Delivery.BySms())
        {
            yield return promise.Of(unit, invoice, OutboxKind.InvoiceText, $"invoice-text:{invoice.Id}:1", link).Id;
        }
    }

    /// <summary>The caller waits a little for the first try. Only a definite no is a failure: what nobody knows counts as sent.</summary>
    private async Task<bool> AllFailedAsync(InvoiceId invoiceId, IReadOnlyList<OutboxMessageId> messages, CancellationToken ct)
    {
        using var time = new CancellationTokenSource(LongestFirstDelivery, clock);
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
            // The worker takes it up when the lease runs out.
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

    internal static Invoice From(NewInvoice wanted, InvoiceId id, string number, CustomerId customer, Caller caller, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = caller.MerchantId,
        Mode = caller.Mode,
        Number = number,
        CustomerId = customer,
        BillTo = wanted.BillTo,
        Currency = wanted.Currency,
        Amounts = wanted.Amounts,
        Total = wanted.Amounts.Total,
        AllowsParts = wanted.AllowsParts,
        MinimumPayment = wanted.AllowsParts ? Math.Max(1, wanted.MinimumPart ?? 1) : wanted.Amounts.Total,
        Lines = wanted.Lines,
        Description = wanted.Description,
        Instructions = wanted.Instructions,
        DueDate = wanted.DueDate,
        ExpirationDate = wanted.ExpirationDate,
        Delivery = wanted.Delivery,
        Language = wanted.Language,
        TransactionReference = wanted.TransactionReference,
        AsksPhone = wanted.AsksPhone,
        AsksShipping = wanted.AsksShipping,
        BatchId = wanted.BatchId,
        CreatedAt = now,
    };

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="MailFailed">The invoice exists and may be paid, but its mail and text were refused: it was not sent.</param>
        internal sealed record Created(InvoiceId Id, string Number, bool MailFailed) : Outcome;

        internal sealed record DuplicateNumber : Outcome;
    }
}
