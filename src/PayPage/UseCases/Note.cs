using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.UseCases.Events;

namespace PayPage.UseCases;

/// <summary>Writes into the history what a unit of work did, in the same transaction; what concerns the merchant's systems is announced to them.</summary>
internal sealed class Note(Announce announce, IdSource ids, TimeProvider clock)
{
    public void Of(Unit unit, Invoice invoice, AuditKind kind, string actor, string? detail = null) =>
        Add(unit, invoice, kind, actor, null, null, null, detail);

    public void Of(Unit unit, Invoice invoice, AuditKind kind, string actor, LinkId link) =>
        Add(unit, invoice, kind, actor, link, null, null, null);

    public void Of(Unit unit, Invoice invoice, AuditKind kind, string actor, Payment payment, string? detail = null) =>
        Add(unit, invoice, kind, actor, payment.LinkId, payment.Id, payment.Amount.Minor, detail);

    /// <param name="invoice">The dispute's.</param>
    public void Of(Unit unit, Invoice invoice, AuditKind kind, Dispute dispute) =>
        Add(unit, invoice, kind, Actor.Processor, null, dispute.PaymentId, dispute.Amount.Minor, dispute.Reason, dispute: dispute.Id);

    /// <summary>Of a refund: with its own amount.</summary>
    public void Of(Unit unit, Invoice invoice, AuditKind kind, string actor, Payment payment, Refund refund, string? detail = null) =>
        Add(unit, invoice, kind, actor, payment.LinkId, payment.Id, refund.Amount.Minor, detail, refund.Id);

    /// <summary>Of a part of a payment's money.</summary>
    public void Of(Unit unit, Invoice invoice, AuditKind kind, string actor, Payment payment, Money amount) =>
        Add(unit, invoice, kind, actor, payment.LinkId, payment.Id, amount.Minor, null);

    private void Add(
        Unit unit, Invoice invoice, AuditKind kind, string actor, LinkId? link, PaymentId? payment, long? amount, string? detail,
        RefundId? refund = null, DisputeId? dispute = null)
    {
        unit.Db.Audit.Add(new AuditEvent
        {
            Id = AuditEventId.New(ids),
            MerchantId = invoice.MerchantId,
            Mode = invoice.Mode,
            InvoiceId = invoice.Id,
            LinkId = link,
            PaymentId = payment,
            Kind = kind,
            At = clock.GetUtcNow(),
            Actor = actor,
            Amount = amount,
            Detail = detail,
        });
        announce.Of(unit, invoice, kind, link, payment, refund, dispute);
    }
}

/// <summary>Who did it, where it was nobody with an id of their own.</summary>
internal static class Actor
{
    /// <summary>A merchant's system that came through PayFort's door.</summary>
    public const string Fort = "payfort";

    public const string Payer = "payer";
    public const string Processor = "processor";
    public const string System = "system";
}
