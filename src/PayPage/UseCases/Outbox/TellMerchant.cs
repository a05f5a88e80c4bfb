using System.Diagnostics;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Outbox;

/// <summary>Promises news to each of a merchant's people who are to be told: a message for each, so that an address that is refused keeps no other waiting.</summary>
/// <remarks>
/// A message names a place on the merchant's list and no address, by its key: <c>confirmation:pay_…</c> is for the first, <c>confirmation:pay_…:2</c>
/// for the second. Who stands there is read when it is sent, so a slip of the pen that is mended in the settings mends what waits too.
/// </remarks>
internal sealed class TellMerchant(Promise promise)
{
    public void OfPayment(Unit unit, Invoice invoice, Merchant merchant, PaymentId payment)
    {
        foreach (var key in Keys($"confirmation:{payment}", merchant))
        {
            promise.Of(unit, invoice, OutboxKind.ConfirmationMail, key, payment: payment);
        }
    }

    /// <param name="about">The message that came back.</param>
    public void OfBounce(Unit unit, Invoice invoice, Merchant merchant, OutboxMessageId about)
    {
        foreach (var key in Keys($"bounce:{about}", merchant))
        {
            promise.Of(unit, invoice, OutboxKind.BounceMail, key, about: about);
        }
    }

    public void OfFailedRefund(Unit unit, Invoice invoice, Merchant merchant, Refund refund)
    {
        foreach (var key in Keys($"refund-failed:{refund.Id}/{refund.Postings}", merchant))
        {
            promise.Of(unit, invoice, OutboxKind.RefundFailedMail, key, payment: refund.PaymentId, refund: refund.Id);
        }
    }

    /// <returns>Null where the list has become shorter, or the merchant wants to hear nothing of payments: then nobody is to be told by this message.</returns>
    public static string? AddressFor(OutboxMessage message, Merchant merchant)
    {
        if (message.Kind == OutboxKind.ConfirmationMail && merchant.HearsNothingOfPayments)
        {
            return null;
        }

        var subject = message.Kind switch
        {
            OutboxKind.ConfirmationMail => $"confirmation:{message.PaymentId}",
            OutboxKind.BounceMail => $"bounce:{message.AboutId}",
            OutboxKind.RefundFailedMail => string.Join(':', message.Key.Split(':').Take(2)),    // a refund may fail more than once
            _ when message is { EndpointId: { } endpoint } => SubjectOf(message.Kind, endpoint, message.CreatedAt),
            _ when message is { AccountId: { } account } => SubjectOf(message.Kind, account, message.CreatedAt),
            _ => throw new UnreachableException(),
        };

        return Keys(subject, merchant).Zip(merchant.ToldAddresses()).Where(told => told.First == message.Key).Select(told => told.Second).FirstOrDefault();
    }

    /// <param name="at">When it was promised: an endpoint may fail again another day.</param>
    public static string SubjectOf(OutboxKind kind, WebhookEndpointId endpoint, DateTimeOffset at) =>
        $"{(kind == OutboxKind.WebhookFailingMail ? "webhook-failing" : "webhook-off")}:{endpoint}:{at.ToUnixTimeSeconds()}";

    /// <param name="at">When it was promised: it may be so again another day.</param>
    public static string SubjectOf(OutboxKind kind, ProcessorAccountId account, DateTimeOffset at) =>
        $"{(kind == OutboxKind.KeyRefusedMail ? "key-refused" : "account-in-use")}:{account}:{at.ToUnixTimeSeconds()}";

    public static IEnumerable<string> Keys(string subject, Merchant merchant) =>
        merchant.ToldAddresses().Select((_, place) => place == 0 ? subject : $"{subject}:{place + 1}");
}
