using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Fort;

/// <summary>PAYMENT_LINK: one invoice with its link, judged as a row of a file would be.</summary>
internal sealed class CreateFortLink(
    PayPageDbContext db, WriteSeam write, JudgeFortCall judge, MakeInvoice make, KeepFortLink keep, SendFirst sendFirst, FindFortLink find)
{
    /// <param name="parameters">Those that are columns of the dialect's files; others are not looked at.</param>
    public async Task<Outcome> HandleAsync(IReadOnlyDictionary<string, string> parameters, Caller caller, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var (verdict, refusal) = await judge.OfAsync(parameters, merchant, caller, ct);

        if (verdict.Wanted is not { } wanted)
        {
            return new Outcome.Refused(refusal!);    // there is one where nothing is wanted
        }

        var (made, linkIdTaken) = await write.RunAsync((unit, token) => MakeAsync(unit, wanted, JudgeFortCall.ParticularsOf(parameters), caller, token), ct);

        switch (made)
        {
            case null when linkIdTaken:
                return new Outcome.Refused(new FortAnswer(FortStatus.LinkFailed, FortCode.LinkIdExists, FortColumns.LinkId));
            case MakeInvoice.Made.New { Invoice: var invoice, Messages: var messages }:
                if (messages.Count > 0)
                {
                    await sendFirst.AllFailedAsync(invoice.Id, messages, ct);    // an address that nobody has: the link is made all the same, and the merchant is told by mail
                }

                return new Outcome.Created(await find.HandleAsync(invoice.Number, null, caller, ct) ?? throw new InvariantException("An invoice is gone that was just made."));
            case MakeInvoice.Made.NumberTaken:
                return new Outcome.Refused(new FortAnswer(FortStatus.LinkFailed, FortCode.ReferenceExists, FortColumns.Reference));
            default:
                throw new UnreachableException();    // no creation key, and the link is always included
        }
    }

    private async Task<(MakeInvoice.Made? Made, bool LinkIdTaken)> MakeAsync(Unit unit, NewInvoice wanted, FortParticulars said, Caller caller, CancellationToken ct)
    {
        if (await KeepFortLink.IsTakenAsync(unit, said, caller, ct))
        {
            return (null, true);
        }

        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var made = await make.HandleAsync(unit, wanted, merchant, caller, bulk: null, ct);

        if (made is MakeInvoice.Made.New { Invoice: var invoice })
        {
            keep.Handle(unit, invoice, said, cameInAFile: false);
        }

        return (made, false);
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Created(FortLinkView Link) : Outcome;

        internal sealed record Refused(FortAnswer Answer) : Outcome;
    }
}
