using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Fort;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Payments;

/// <summary>
/// Money came, by whatever way, and the books have taken it. All else that follows from it, in the same unit of work: the payment
/// succeeds, the ledger explains it, a receipt is written, links are spent or closed, people are told.
/// </summary>
internal sealed class FollowMoney(SpendLink spendLink, IssueReceipt issueReceipt, Promise promise, TellMerchant tellMerchant, PromiseFeedback feedback, Note note, IdSource ids, TimeProvider clock)
{
    /// <param name="payment">Tracked by the unit, in any status from which success is legal.</param>
    /// <param name="invoice">As it was before the money came.</param>
    public async Task HandleAsync(Unit unit, Payment payment, Invoice invoice, Merchant merchant, Arrival arrival, CancellationToken ct)
    {
        payment.Succeed(arrival.ProcessorReference, arrival.MoneyReference, arrival.Instrument, arrival.At, arrival.Stray);
        unit.Db.Ledger.AddRange(Posting.OfPayment(payment, arrival.Applied, ids, clock.GetUtcNow()));
        note.Of(unit, invoice, AuditKind.PaymentSucceeded, arrival.Actor, payment);

        await ClaimMessage.TakeBackAsync(unit, invoice.Id, OutboxKind.ReminderMail, FindNeed.MoneyCame, clock.GetUtcNow(), ct);
        await issueReceipt.HandleAsync(unit, payment, merchant, arrival.Applied, ct);
        var rest = await spendLink.HandleAsync(unit, payment, merchant, ct);

        if (arrival.TellsPayer)
        {
            await TellPayerAsync(unit, payment, invoice, rest?.Id, ct);
        }

        tellMerchant.OfPayment(unit, invoice, merchant, payment.Id);
        await feedback.OfMoneyAsync(unit, payment, ct);
    }

    private async Task TellPayerAsync(Unit unit, Payment payment, Invoice invoice, LinkId? rest, CancellationToken ct)
    {
        var payer = await Addressee.OfAsync(unit.Db, payment, invoice, ct);

        if (payer.Email is not null)
        {
            promise.Of(unit, invoice, OutboxKind.ReceiptMail, $"receipt:{payment.Id}", rest, payment.Id);
        }
        else if (payer.Phone is not null && (rest ?? payment.LinkId) is { } link)
        {
            promise.Of(unit, invoice, OutboxKind.ReceiptText, $"receipt:{payment.Id}", link, payment.Id);
        }
    }
}

/// <summary>How a payment's money came.</summary>
/// <param name="Applied">What of it pays the invoice, minor units; the books have it already.</param>
/// <param name="At">When it came; for money that went past us, the day that was typed.</param>
/// <param name="Actor">Who says so.</param>
internal sealed record Arrival(long Applied, StrayMoney Stray, DateTimeOffset At, string Actor)
{
    public string? ProcessorReference { get; init; }

    /// <summary>See <see cref="Payment.MoneyReference"/>.</summary>
    public string? MoneyReference { get; init; }

    /// <summary>See <see cref="Payment.Instrument"/>.</summary>
    public string? Instrument { get; init; }

    /// <summary>Whether the payer gets a receipt by mail or text.</summary>
    public bool TellsPayer { get; init; } = true;
}
