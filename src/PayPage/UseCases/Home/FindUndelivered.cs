using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Home;

/// <summary>Messages that were given up and still matter: nothing took their place, and what they said is still to be said. Reads only.</summary>
internal sealed class FindUndelivered(PayPageDbContext db)
{
    // Most of those that were given up have a successor, or ask for money that has come.
    private const int Looked = 200;

    private static readonly string[] Needless = [FindNeed.Settled, FindNeed.LinkGone, FindNeed.NobodyTold, FindNeed.MoneyCame, FindNeed.RemindersOff, FindNeed.RefundIsOver];
    private static readonly OutboxKind[] AskForMoney =
        [OutboxKind.InvoiceMail, OutboxKind.InvoiceText, OutboxKind.FreshLinkMail, OutboxKind.FreshLinkText, OutboxKind.ReminderMail];

    public async Task<IReadOnlyList<Worry.Undelivered>> HandleAsync(int most, Caller caller, DateTimeOffset since, CancellationToken ct)
    {
        var own = db.Outbox.AsNoTracking().Where(m => m.MerchantId == caller.MerchantId && db.Invoices.Any(i => i.Id == m.InvoiceId && i.Mode == caller.Mode));
        var dead = await AsTold(own.Where(m => m.SentAt == null && m.DeadAt >= since && m.Kind != OutboxKind.RefundRequest && !Needless.Contains(m.LastError)).OrderByDescending(m => m.DeadAt).Take(Looked))
            .ToListAsync(ct);
        var about = dead.Select(d => d.Message.InvoiceId).Distinct().ToList();
        var all = await AsTold(own.Where(m => about.Contains(m.InvoiceId))).ToListAsync(ct);
        var worries = new List<Worry.Undelivered>();

        foreach (var told in dead.Where(d => Matters(d) && !all.Any(later => Replaces(later, d))).OrderByDescending(d => d.Message.DeadAt).Take(most))
        {
            worries.Add(await WorryAsync(told.Message, ct));
        }

        return worries;
    }

    private IQueryable<Told> AsTold(IQueryable<OutboxMessage> messages) => messages.Select(m => new Told(
        m,
        db.Invoices.Any(i => i.Id == m.InvoiceId && InvoiceTransitions.Payable.Contains(i.Stage) && i.Paid < i.Total),
        db.Links.Where(l => l.Id == m.LinkId).Select(l => (LinkId?)l.RootId).FirstOrDefault(),
        db.Links.Where(l => l.Id == m.LinkId).Select(l => (LinkStatus?)l.Status).FirstOrDefault()));

    /// <summary>As <see cref="FindNeed"/> sees it: nobody is asked for what has come, nor by a link that was taken back.</summary>
    private static bool Matters(Told told) => !AskForMoney.Contains(told.Message.Kind)
        || (told.IsOwed && told.Link is not (LinkStatus.Revoked or LinkStatus.Closed or LinkStatus.Used));

    /// <summary>The same to the same payer, or another way to ask him. Whatever became of it: if that was given up too, it is told instead.</summary>
    private static bool Replaces(Told later, Told told)
    {
        var (one, other) = (later.Message, told.Message);

        return one.InvoiceId == other.InvoiceId && one.CreatedAt > other.CreatedAt
            && (AskForMoney.Contains(other.Kind)
                ? AskForMoney.Contains(one.Kind) && later.Chain == told.Chain
                : one.Kind == other.Kind && one.PaymentId == other.PaymentId && one.AboutId == other.AboutId);
    }

    private async Task<Worry.Undelivered> WorryAsync(OutboxMessage message, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == message.InvoiceId, ct);
        var payer = message.PaymentId is { } id
            ? await Addressee.OfAsync(db, await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct), invoice, ct)
            : await Addressee.OfAsync(db, message.LinkId, invoice, ct);
        var to = !message.Kind.IsToCustomer() ? null
            : message.Kind.IsText() ? (payer.Phone is { } phone ? PhoneNumber.Mask(phone) : null)
            : payer.Email is { } email ? EmailAddress.Mask(email)
            : null;

        return new Worry.Undelivered(
            invoice.Number, message.DeadAt ?? message.DueAt, message.Id, message.Kind, to, message.LastError, message.Attempts >= DeliverMessage.MostAttempts);
    }

    /// <param name="IsOwed">Whether its invoice asks for money.</param>
    /// <param name="Chain">The first link of the payer it is for; null where it carries none.</param>
    private sealed record Told(OutboxMessage Message, bool IsOwed, LinkId? Chain, LinkStatus? Link);
}
