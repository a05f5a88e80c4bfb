using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Inbox;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>Tells the processor of a payment that is saved as prepared, and saves what it said. No transaction spans the call.</summary>
internal sealed partial class OpenCheckout(
    PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, ISiteAddresses addresses,
    RecordOutcome recordOutcome, LoseTrack loseTrack, HearOfKey hearOfKey, WriteSeam write, ILogger<OpenCheckout> log)
{
    public async Task<Outcome> HandleAsync(PaymentId id, string token, CancellationToken ct)
    {
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == payment.AccountId, ct);
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == payment.MerchantId, ct);
        var number = await db.Invoices.Where(i => i.Id == payment.InvoiceId).Select(i => i.Number).SingleAsync(ct);

        var checkout = new Checkout(
            id, payment.Amount, payment.Method, payment.Bank, merchant.Name, number, addresses.Return(token), addresses.Hook(account))
        {
            Style = payment.Style,
            PreparedAt = payment.PreparedAt,
            Language = payment.Language,
        };
        var answer = await processors.Of(account.Kind).OpenCheckoutAsync(checkout, ProcessorAccess.To(account, vault), ct);

        if (answer is CheckoutOutcome.Opened or CheckoutOutcome.KeyRefused)
        {
            await hearOfKey.HandleAsync(account, answer is CheckoutOutcome.KeyRefused, CancellationToken.None);
        }

        // Not ct: the payer closing the tab must not stop us recording what the processor did.
        switch (answer)
        {
            case CheckoutOutcome.Opened opened:
                await write.RunAsync((unit, token) => SubmitAsync(unit, id, opened, token), CancellationToken.None);
                LogOpened(id);
                return new Outcome.Opened(opened.BrowserKey);
            case CheckoutOutcome.NoAnswer:
                await loseTrack.HandleAsync(id, CancellationToken.None);
                LogNoAnswer(id);
                return new Outcome.Unknown();
            case CheckoutOutcome.Refused refused:
                LogRefused(id, refused.Reason);
                await LetGoAsync(id, account.Id);
                return new Outcome.Refused();
            case CheckoutOutcome.KeyRefused unknown:
                LogRefused(id, unknown.Reason);
                await LetGoAsync(id, account.Id);
                return new Outcome.KeyRefused();
            case CheckoutOutcome.NotReached:
                LogNotReached(id);
                await LetGoAsync(id, account.Id);
                return new Outcome.NotReached();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>It surely never opened: the amount is free again.</summary>
    private Task<InboxVerdict> LetGoAsync(PaymentId id, ProcessorAccountId account) => recordOutcome.HandleAsync(
        new ProcessorNews(id, null, ProcessorState.Expired, null, null, null), account, null, CancellationToken.None);

    private static async Task SubmitAsync(Unit unit, PaymentId id, CheckoutOutcome.Opened opened, CancellationToken ct)
    {
        var payment = await unit.Db.Payments.SingleAsync(p => p.Id == id, ct);

        // Its own word may have come first, by webhook. Then that is in the books and this is old news.
        if (payment.Status == PaymentStatus.Prepared)
        {
            payment.Submit(opened.Reference, opened.PayerUrl);
        }
    }

    [LoggerMessage(2101, LogLevel.Information, "Checkout opened for {PaymentId}.")]
    private partial void LogOpened(PaymentId paymentId);

    [LoggerMessage(2102, LogLevel.Warning, "The processor did not answer for {PaymentId}; reconciliation will ask.")]
    private partial void LogNoAnswer(PaymentId paymentId);

    [LoggerMessage(2103, LogLevel.Warning, "The processor refused to open {PaymentId}: {Reason}")]
    private partial void LogRefused(PaymentId paymentId, string reason);

    [LoggerMessage(2104, LogLevel.Warning, "The processor could not be reached for {PaymentId}; nothing was asked of it.")]
    private partial void LogNotReached(PaymentId paymentId);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Key">With which the payer's browser goes on on our page; null where he goes on at the processor's.</param>
        internal sealed record Opened(BrowserKey? Key) : Outcome;

        internal sealed record Unknown : Outcome;

        internal sealed record Refused : Outcome;

        /// <summary>As long as nobody mends the account's key, no payer can pay through it.</summary>
        internal sealed record KeyRefused : Outcome;

        internal sealed record NotReached : Outcome;
    }
}
