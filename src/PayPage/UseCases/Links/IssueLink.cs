using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Links;

/// <summary>Another link for another payer, who may pay all or a part. The links that are out already stay as they are.</summary>
internal sealed class IssueLink(WriteSeam write, MintLink mint, DispatchInvoice dispatch, TimeProvider clock)
{
    /// <summary>Safe to repeat: the id of the link comes with the wish.</summary>
    /// <param name="mail">Whether it is mailed to the payer's own address; else the merchant hands it over.</param>
    public Task<Outcome> HandleAsync(string number, OtherPayer payer, bool mail, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await unit.Db.Invoices.Numbered(number, caller).SingleOrDefaultAsync(token) is not { } invoice)
            {
                return Outcome.NoSuchInvoice;
            }

            if (await unit.Db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == payer.Link, token) is { } made)
            {
                return made.InvoiceId != invoice.Id ? Outcome.NoSuchInvoice
                    : (made.PayerName, made.PayerEmail) == (payer.Name, payer.Email) ? Outcome.Issued
                    : Outcome.IssuedToOther;
            }

            var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, token);

            if (!invoice.IsPayable || invoice.Due.Minor <= 0 || LinkLifetime.IsOver(invoice, clock.GetUtcNow(), merchant.Zone))
            {
                return Outcome.NotPayable;
            }

            var link = mint.Handle(unit, invoice, merchant, null, caller.Actor, payer);

            if (mail)
            {
                await dispatch.HandleAsync(unit, invoice, link, DeliveryMode.Email, null, caller, token);
            }

            return Outcome.Issued;
        },
        ct);

    internal enum Outcome
    {
        Issued,

        /// <summary>Nothing was made now: the same form made a link before, for somebody else.</summary>
        IssuedToOther,

        /// <summary>A draft, paid, canceled, or its last day is over.</summary>
        NotPayable,
        NoSuchInvoice,
    }
}
