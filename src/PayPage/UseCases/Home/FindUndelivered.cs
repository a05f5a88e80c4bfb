using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Home;

/// <summary>Messages that were given up and still matter: nothing took their place, and what they said is still to be said. Reads only.</summary>
internal sealed class FindUndelivered(PayPageDbContext db)
{
    // Most of those that were given up have a successor, or ask for money that has come.
    private const int Looked = 200;

    private static readonly string[] Needless = [FindNeed.Settled, FindNeed.LinkGone];
    private static readonly OutboxKind[] AskForMoney =
        [OutboxKind.InvoiceMail, OutboxKind.InvoiceText, OutboxKind.FreshLinkMail, OutboxKind.FreshLinkText];

    public async Task<IEnumerable<Worry.Undelivered>> HandleAsync(int most, Caller caller, DateTimeOffset since, CancellationToken ct)
    {
        var dead = await db.Outbox.AsNoTracking()
            .Where(m => m.MerchantId == caller.MerchantId && m.SentAt == null && m.DeadAt >= since && !Needless.Contains(m.LastError))
            .OrderByDescending(m => m.DeadAt)
            .Take(Looked)
            .Join(db.Invoices.Where(i => i.Mode == caller.Mode), m => m.InvoiceId, i => i.Id, (m, i) => new { Message = m, Invoice = i })
            .Select(d => new Dead(
                d.Message, d.Invoice.Number, d.Invoice.BillTo, InvoiceTransitions.Payable.Contains(d.Invoice.Stage) && d.Invoice.Paid < d.Invoice.Total,
                db.Payments.Where(p => p.Id == d.Message.PaymentId).Select(p => p.ReceiptEmail).FirstOrDefault()))
            .ToListAsync(ct);
        var invoices = dead.Select(d => d.Message.InvoiceId).Distinct().ToList();
        var all = await db.Outbox.AsNoTracking().Where(m => invoices.Contains(m.InvoiceId)).ToListAsync(ct);

        return dead
            .Where(d => (d.IsOwed || !AskForMoney.Contains(d.Message.Kind)) && !all.Any(later => Replaces(later, d.Message)))
            .OrderByDescending(d => d.Message.DeadAt)
            .Take(most)
            .Select(d => new Worry.Undelivered(
                d.Number, d.Message.DeadAt ?? d.Message.DueAt, d.Message.Id, d.Message.Kind, Masked(d), d.Message.LastError,
                d.Message.Attempts >= DeliverMessage.MostAttempts));
    }

    /// <summary>Whatever became of the later one: if that was given up too, it is told instead.</summary>
    private static bool Replaces(OutboxMessage later, OutboxMessage message) =>
        later.InvoiceId == message.InvoiceId && later.PaymentId == message.PaymentId && later.AboutId == message.AboutId && later.CreatedAt > message.CreatedAt
        && (later.Kind == message.Kind || (AskForMoney.Contains(later.Kind) && AskForMoney.Contains(message.Kind) && later.SentAt is not null));

    private static string? Masked(Dead dead) =>
        !dead.Message.Kind.IsToCustomer() ? null
        : dead.Message.Kind.IsText() ? (dead.BillTo.Phone is { } phone ? PhoneNumber.Mask(phone) : null)
        : (dead.ReceiptEmail ?? dead.BillTo.Email) is { } email ? EmailAddress.Mask(email)
        : null;

    private sealed record Dead(OutboxMessage Message, string Number, BillTo BillTo, bool IsOwed, string? ReceiptEmail);
}
