using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Fort;

/// <summary>UPDATE_PAYMENT_LINK: another amount, end or customer, and whether the link works at all. Through the use cases that people's forms use.</summary>
internal sealed class UpdateFortLink(PayPageDbContext db, FindFortLink find, JudgeFortCall judge, ChangeInvoice change, TurnFortLink turn)
{
    private const int MostTries = 3;

    private static readonly string[] Details = [FortParameter.Email, FortParameter.CustomerName, FortParameter.Phone, FortParameter.Description];

    /// <param name="wished">Parameters that say something, each well written in itself.</param>
    public async Task<Outcome> HandleAsync(IReadOnlyDictionary<string, string> wished, Caller caller, CancellationToken ct)
    {
        for (var run = 1; ; run++)
        {
            if (await find.HandleAsync(wished.GetValueOrDefault(FortColumns.Reference), wished.GetValueOrDefault(FortColumns.LinkId), caller, ct) is not { } link)
            {
                return Failed(wished.ContainsKey(FortColumns.LinkId) ? FortCode.LinkNotFound : FortCode.OrderNotFound);
            }

            if (Obstacle(link, wished) is { } obstacle)
            {
                return obstacle;
            }

            var (wanted, refusal) = await WantedAsync(link, wished, caller, ct);

            if (wanted is null)
            {
                return new Outcome.Refused(refusal!);    // there is one where nothing is wanted
            }

            switch (await change.HandleAsync(new ChangeInvoice.Wish(link.Invoice.Number, wanted, link.Invoice.Version, Marks: null), caller, ct))
            {
                case ChangeInvoice.Outcome.ChangedMeanwhile when run < MostTries:
                    continue;
                case ChangeInvoice.Outcome.ChangedMeanwhile:
                    return Failed(FortCode.Technical);
                case ChangeInvoice.Outcome.NotAllowed { Why: ChangeObstacle.MoneyCame }:
                    return Failed(FortCode.Paid);
                case ChangeInvoice.Outcome.NotAllowed:
                    return Failed(FortCode.LinkProcessed);
                case ChangeInvoice.Outcome.NoSuchInvoice:
                    return Failed(FortCode.OrderNotFound);
                case ChangeInvoice.Outcome.Changed:
                    break;
                default:
                    throw new UnreachableException();
            }

            return await turn.HandleAsync(link.Invoice.Number, wished.GetValueOrDefault(FortParameter.LinkStatus), wanted.ExpiresAt, caller, ct) is { } failure
                ? Failed(failure)
                : new Outcome.Updated(await find.HandleAsync(link.Invoice.Number, null, caller, ct) ?? throw new InvariantException("A link is gone that was just changed."));
        }
    }

    private static Outcome.Refused? Obstacle(FortLinkView link, IReadOnlyDictionary<string, string> wished) =>
        link.State == FortLinkState.Paid ? Failed(FortCode.Paid)
        : link.Invoice.Stage == InvoiceStage.Canceled || link.Invoice.Paid > 0 || link.Invoice.Reserved > 0 ? Failed(FortCode.LinkProcessed)
        : link.State == FortLinkState.Expired && !wished.ContainsKey(FortColumns.Expiry) ? Failed(FortCode.Expired)
        : link.State == FortLinkState.Open && wished.GetValueOrDefault(FortParameter.LinkStatus) == $"{FortLinkState.Open}" ? Failed(FortCode.LinkIsOpen)
        : null;

    private static Outcome.Refused Failed(FortCode code) => new(new FortAnswer(FortStatus.LinkFailed, code));

    /// <summary>The invoice as it is, but for what the call says: that is judged as a call that makes one.</summary>
    private async Task<(NewInvoice? Wanted, FortAnswer? Refusal)> WantedAsync(FortLinkView link, IReadOnlyDictionary<string, string> wished, Caller caller, CancellationToken ct)
    {
        var invoice = link.Invoice;
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FortColumns.Reference] = "A-1",    // neither of these is changed: they stand here because a row has them
            ["notification_type"] = "NONE",
            [FortParameter.Email] = "nobody@example.com",
            [FortParameter.Amount] = "1",
            [FortColumns.Expiry] = "2999-12-31T00:00:00Z",
            [FortParameter.Currency] = invoice.Currency.Code,
            [FortParameter.Language] = link.Own.Language,
        };

        foreach (var name in (string[])[FortParameter.Amount, FortParameter.Currency, FortColumns.Expiry, .. Details])
        {
            row[name] = wished.GetValueOrDefault(name) ?? row.GetValueOrDefault(name, "");
        }

        if (wished.ContainsKey(FortParameter.Amount) != wished.ContainsKey(FortParameter.Currency))
        {
            return (null, FortAnswer.Invalid(FortCode.Missing, wished.ContainsKey(FortParameter.Amount) ? FortParameter.Currency : FortParameter.Amount));
        }

        var (verdict, refusal) = await judge.OfAsync(row, merchant, caller, ct);

        return verdict.Wanted is not { } said ? (null, refusal)
            : said.Currency != invoice.Currency ? (null, FortAnswer.Invalid(FortCode.BadCurrency, FortParameter.Currency))
            : (With(NewInvoice.Like(invoice), said, wished.ContainsKey), null);
    }

    private static NewInvoice With(NewInvoice now, NewInvoice said, Func<string, bool> isSaid)
    {
        var to = now.BillTo with
        {
            Email = isSaid(FortParameter.Email) ? said.BillTo.Email : now.BillTo.Email,
            Name = isSaid(FortParameter.CustomerName) ? said.BillTo.Name : now.BillTo.Name,
            Phone = isSaid(FortParameter.Phone) ? said.BillTo.Phone : now.BillTo.Phone,
        };
        var wanted = now with { BillTo = to, Description = isSaid(FortParameter.Description) ? said.Description : now.Description };

        if (isSaid(FortParameter.Amount))
        {
            wanted = wanted with { Amounts = said.Amounts, Lines = said.Lines, AllowsParts = false, MinimumPart = null, Description = wanted.Description ?? now.Number };
        }

        return isSaid(FortColumns.Expiry)
            ? wanted with { ExpirationDate = said.ExpirationDate, ExpiresAt = said.ExpiresAt, DueDate = now.DueDate == now.ExpirationDate ? said.DueDate : now.DueDate }
            : wanted;
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Updated(FortLinkView Link) : Outcome;

        internal sealed record Refused(FortAnswer Answer) : Outcome;
    }
}
