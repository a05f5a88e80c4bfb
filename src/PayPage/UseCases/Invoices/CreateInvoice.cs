using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Invoices;

/// <summary>A merchant's invoice comes into being: with its link and its mail where it is to be sent at once, or not at all.</summary>
internal sealed class CreateInvoice(
    WriteSeam write, FindCustomer findCustomer, MintLink mint, Promise promise, SendFirst sendFirst, Note note, IdSource ids, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(NewInvoice wanted, Caller caller, CancellationToken ct)
    {
        var made = await write.RunAsync((unit, token) => CreateAsync(unit, wanted, caller, token), ct);

        return made.Invoice is { } invoice
            ? new Outcome.Created(invoice.Id, invoice.Number, made.Messages.Count > 0 && await sendFirst.AllFailedAsync(invoice.Id, made.Messages, ct))
            : made.Refused ?? throw new InvariantException("An invoice was neither made nor refused.");
    }

    private async Task<Made> CreateAsync(Unit unit, NewInvoice wanted, Caller caller, CancellationToken ct)
    {
        if (wanted.CreationKey is { } key && await EarlierAsync(unit, key, caller, ct) is { } earlier)
        {
            return new Made(new Outcome.WasCreated(earlier.Number, NewInvoice.Like(earlier)));
        }

        if (wanted.Number is { } taken && await NumberInvoice.IsTakenAsync(unit.Db, caller, taken, ct))
        {
            return new Made(new Outcome.DuplicateNumber());
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var customer = await findCustomer.HandleAsync(unit, wanted.BillTo, caller, ct);
        var includesLink = wanted.IncludesLink ?? (merchant.AlwaysLink && !customer.GetsNoLink);

        if (wanted.Delivery.BySms() && !includesLink)
        {
            unit.Db.ChangeTracker.Clear();    // nothing comes into being, no new customer either
            return new Made(new Outcome.TextNeedsLink());
        }

        var number = wanted.Number ?? await NumberInvoice.NextAsync(unit, caller, merchant.NumberPrefix, ct);
        var invoice = From(wanted, InvoiceId.New(ids), number, customer.Id, includesLink, caller, clock.GetUtcNow());
        unit.Db.Invoices.Add(invoice);
        note.Of(unit, invoice, wanted.Publish ? AuditKind.InvoiceCreated : AuditKind.InvoiceDrafted, caller.Actor);

        if (!wanted.Publish)
        {
            return new Made(invoice);
        }

        invoice.Publish(clock.GetUtcNow());
        var link = mint.Handle(unit, invoice, merchant, null, caller.Actor);

        return wanted.Deliver ? new Made(invoice, [.. Promised(unit, invoice, link.Id)]) : new Made(invoice);
    }

    private static Task<Invoice?> EarlierAsync(Unit unit, string key, Caller caller, CancellationToken ct) => unit.Db.Invoices.AsNoTracking()
        .SingleOrDefaultAsync(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.CreationKey == key, ct);

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

    internal static Invoice From(NewInvoice wanted, InvoiceId id, string number, CustomerId customer, bool includesLink, Caller caller, DateTimeOffset now) => new()
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
        MinimumPayment = wanted.MinimumPayment,
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
        IncludesLink = includesLink,
        CreationKey = wanted.CreationKey,
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

        /// <summary>The same request came before: it made this invoice, as it is now.</summary>
        internal sealed record WasCreated(string Number, NewInvoice Invoice) : Outcome;

        /// <summary>It was to go out as a text, but by the merchant's or the customer's default carries no link.</summary>
        internal sealed record TextNeedsLink : Outcome;
    }

    private sealed record Made(Invoice? Invoice, IReadOnlyList<OutboxMessageId> Messages, Outcome? Refused)
    {
        public Made(Invoice invoice, params IReadOnlyList<OutboxMessageId> messages)
            : this(invoice, messages, null)
        {
        }

        public Made(Outcome refused)
            : this(null, [], refused)
        {
        }
    }
}
