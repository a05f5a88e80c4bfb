using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Refunds;

namespace PayPage.UseCases.Reconciliation;

/// <summary>
/// A colleague says for which invoice money is that nobody knew. It enters the books as late money does: what the invoice has room for pays it, the merchant's
/// rule decides about the rest. Safe to repeat: of any number who try, one does.
/// </summary>
internal sealed class MatchMoney(
    WriteSeam write, FollowMoney follow, AdoptDisputes adoptDisputes, MakeRefund makeRefund, Note note, RandomBytes random, IdSource ids, TimeProvider clock)
{
    /// <param name="number">Of the invoice.</param>
    public Task<Outcome> HandleAsync(DifferenceId id, string number, Caller caller, CancellationToken ct) =>
        write.RunAsync((unit, token) => MatchAsync(unit, id, number, caller, token), ct);

    private async Task<Outcome> MatchAsync(Unit unit, DifferenceId id, string number, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Differences.SingleOrDefaultAsync(d => d.Id == id && d.MerchantId == caller.MerchantId && d.Mode == caller.Mode, ct) is not { } difference)
        {
            return new Outcome.NoSuchDifference();
        }

        var invoice = await unit.Db.Invoices.Numbered(number, caller).SingleOrDefaultAsync(ct);

        if (difference.State != DifferenceState.Open || difference.Kind != DifferenceKind.UnknownPayment)
        {
            return difference.State == DifferenceState.Matched && difference.InvoiceId == invoice?.Id ? new Outcome.Matched(number) : new Outcome.NotOpen();
        }

        if (invoice is null)
        {
            return new Outcome.NoSuchInvoice();
        }

        if (invoice.Currency != difference.Amount.Currency)
        {
            return new Outcome.OtherCurrency(invoice.Currency);
        }

        if (!invoice.IsPayable)
        {
            return new Outcome.NotPayable(invoice.Stage);
        }

        if (await unit.Db.Payments.AnyAsync(
            p => p.AccountId == difference.AccountId && (p.MoneyReference == difference.Reference || p.ProcessorReference == difference.Reference), ct))
        {
            return new Outcome.IsKnown();    // it came by itself meanwhile; the next comparison closes the difference
        }

        await unit.ClaimAsync(invoice, ct);
        await BookAsync(unit, difference, invoice, caller, ct);
        return new Outcome.Matched(number);
    }

    private async Task BookAsync(Unit unit, Difference difference, Invoice invoice, Caller caller, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);
        var payment = PaymentFor(difference, invoice);
        var applied = await unit.Books.ApplyUnheldAsync(invoice.Id, payment.Amount, ct);
        var stray = applied == payment.Amount.Minor ? StrayMoney.Late : applied > 0 ? StrayMoney.Over : StrayMoney.Double;

        // A person wants it to pay this invoice: what fits stays, whatever the rule for late money says.
        var policy = stray == StrayMoney.Late ? StrayMoneyPolicy.Keep : merchant.StrayMoney.For(stray);

        unit.Db.Payments.Add(payment);
        note.Of(unit, invoice, AuditKind.MoneyMatched, caller.Actor, payment, difference.Reference);
        await follow.HandleAsync(
            unit, payment, invoice, merchant,
            new Arrival(applied, stray, difference.At, Actor.Processor)
            {
                ProcessorReference = difference.Reference,
                MoneyReference = difference.Reference,
                Instrument = difference.Instrument,
            },
            ct);
        note.Of(unit, invoice, AuditKind.StrayMoney, Actor.System, payment, $"{stray}; {policy}");
        difference.Match(invoice.Id, payment.Id, caller.Actor, invoice.Number, clock.GetUtcNow());
        await unit.Db.SaveChangesAsync(ct);

        if (policy == StrayMoneyPolicy.Refund)
        {
            var order = new RefundOrder(RefundId.New(ids), payment.Amount.Minor - applied, RefundOrigin.Policy, Actor.System);
            _ = await makeRefund.HandleAsync(unit, payment, invoice, order, ct) ?? throw new InvariantException($"{payment.Id} came this moment, and cannot be given back.");
        }

        await adoptDisputes.HandleAsync(unit, payment, ct);
    }

    private Payment PaymentFor(Difference difference, Invoice invoice) => new()
    {
        Id = PaymentId.New(ids),
        MerchantId = invoice.MerchantId,
        Mode = invoice.Mode,
        InvoiceId = invoice.Id,
        LinkId = null,
        AccountId = difference.AccountId,
        Amount = difference.Amount,
        Method = difference.Method,
        Reference = PaymentReference.New(random),
        PreparedAt = clock.GetUtcNow(),
    };

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>It pays this invoice, now or since a moment ago.</summary>
        internal sealed record Matched(string Number) : Outcome;

        /// <summary>Somebody has settled it otherwise, or it is nothing that can be matched.</summary>
        internal sealed record NotOpen : Outcome;

        /// <summary>It is in the books already.</summary>
        internal sealed record IsKnown : Outcome;

        internal sealed record OtherCurrency(Currency Invoice) : Outcome;

        /// <summary>A draft, or canceled.</summary>
        internal sealed record NotPayable(InvoiceStage Stage) : Outcome;

        internal sealed record NoSuchInvoice : Outcome;

        internal sealed record NoSuchDifference : Outcome;
    }
}
