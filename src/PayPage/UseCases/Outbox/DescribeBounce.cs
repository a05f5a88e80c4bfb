using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Outbox;

/// <summary>What came back, for the merchant: masked, for his mail is read on screens too.</summary>
internal sealed class DescribeBounce(PayPageDbContext db)
{
    public async Task<Bounce> HandleAsync(OutboxMessage notice, Invoice invoice, CancellationToken ct)
    {
        var lost = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == notice.AboutId, ct);
        var payer = lost.PaymentId is { } id
            ? await Addressee.OfAsync(db, await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct), invoice, ct)
            : await Addressee.OfAsync(db, lost.LinkId, invoice, ct);
        var to = lost.Kind.IsText()
            ? payer.Phone is { } phone ? PhoneNumber.Mask(phone) : ""
            : payer.Email is { } email ? EmailAddress.Mask(email) : "";

        return new Bounce(WhatOf(lost.Kind), to, lost.LastError ?? "");
    }

    private static BouncedKind WhatOf(OutboxKind kind) => kind switch
    {
        OutboxKind.InvoiceMail or OutboxKind.InvoiceText => BouncedKind.Invoice,
        OutboxKind.FreshLinkMail or OutboxKind.FreshLinkText => BouncedKind.FreshLink,
        OutboxKind.ReceiptMail or OutboxKind.ReceiptText => BouncedKind.Receipt,
        OutboxKind.BankPendingMail or OutboxKind.BankFailedMail => BouncedKind.BankNotice,
        OutboxKind.ReminderMail => BouncedKind.Reminder,
        OutboxKind.RefundBegunMail or OutboxKind.RefundMail => BouncedKind.RefundNotice,
        _ => throw new UnreachableException(),
    };
}
