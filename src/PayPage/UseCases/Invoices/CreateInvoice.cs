using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices;

/// <summary>A merchant's invoice comes into being: with its link and its mail where it is to be sent at once, or not at all.</summary>
internal sealed class CreateInvoice(WriteSeam write, MakeInvoice make, SendFirst sendFirst)
{
    public async Task<Outcome> HandleAsync(NewInvoice wanted, Caller caller, CancellationToken ct) =>
        await write.RunAsync((unit, token) => MakeAsync(unit, wanted, caller, token), ct) switch
        {
            MakeInvoice.Made.New made => new Outcome.Created(
                made.Invoice.Id, made.Invoice.Number, made.Messages.Count > 0 && await sendFirst.AllFailedAsync(made.Invoice.Id, made.Messages, ct)),
            MakeInvoice.Made.Already already => new Outcome.WasCreated(already.Invoice.Number, NewInvoice.Like(already.Invoice)),
            MakeInvoice.Made.NumberTaken => new Outcome.DuplicateNumber(),
            MakeInvoice.Made.TextNeedsLink => new Outcome.TextNeedsLink(),
            _ => throw new UnreachableException(),
        };

    private async Task<MakeInvoice.Made> MakeAsync(Unit unit, NewInvoice wanted, Caller caller, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        return await make.HandleAsync(unit, wanted, merchant, caller, bulk: null, ct);
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
        ExpiresAt = wanted.ExpiresAt,
        Delivery = wanted.Delivery,
        Language = wanted.Language,
        TransactionReference = wanted.TransactionReference,
        AsksPhone = wanted.AsksPhone,
        AsksShipping = wanted.AsksShipping,
        Fields = wanted.Fields ?? [],
        BatchId = wanted.BatchId,
        PartnerDeveloperId = wanted.PartnerDeveloperId,
        PartnerSolutionId = wanted.PartnerSolutionId,
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
}
