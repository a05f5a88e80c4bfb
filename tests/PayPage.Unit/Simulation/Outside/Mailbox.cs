using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>All mail that arrived, whoever it was for. Who reads it learns the link in it.</summary>
internal sealed class Mailbox(World world)
{
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _taken = [];

    public bool Has(OutboxMessageId id) => _taken.Contains($"{id}");

    public bool HasRefused(OutboxMessageId id) => _refused.Contains($"{id}");

    public async Task TakeAsync(EmailMessage mail)
    {
        _taken.Add(OutboxId(mail));

        if (SimAddresses.TokenIn(mail.Text) is { } token)
        {
            await world.Purse.LearnAsync(token);
        }
    }

    public void Refuse(EmailMessage mail) => _refused.Add(OutboxId(mail));

    /// <summary>A link goes to the address on file of the payer it was made for; a receipt there or where its payer asked for it; nothing goes anywhere else.</summary>
    public Task CheckAddressAsync(EmailMessage mail) => world.Observer.AskAsync(async (PayPageDbContext db) =>
    {
        var message = (await db.Outbox.AsNoTracking().ToListAsync()).Single(m => $"{m.Id}" == OutboxId(mail));
        var customer = await db.Invoices.Where(i => i.Id == message.InvoiceId).Select(i => i.BillTo).SingleAsync();
        var through = message.PaymentId is { } payment ? await db.Payments.Where(p => p.Id == payment).Select(p => p.LinkId).SingleAsync() : message.LinkId;
        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == through);
        var onFile = link is null || (link.PayerName is null && link.PayerEmail is null) ? customer.Email : link.PayerEmail;
        var merchant = await db.Merchants.Where(m => m.Id == message.MerchantId).Select(m => m.Email).SingleAsync();
        var asked = await db.Payments.Where(p => p.Id == message.PaymentId).Select(p => p.ReceiptEmail).SingleOrDefaultAsync();
        var right = message.Kind switch
        {
            OutboxKind.ReceiptMail or OutboxKind.BankPendingMail or OutboxKind.BankFailedMail or OutboxKind.RefundBegunMail or OutboxKind.RefundMail => asked ?? onFile,
            OutboxKind.ConfirmationMail or OutboxKind.BounceMail or OutboxKind.RefundFailedMail => merchant,
            _ when message.Kind.IsOfDispute() => merchant,
            _ => onFile,
        };

        world.Must(mail.To == right, $"{message.Id} ({message.Kind}) goes to {mail.To} instead of {right}.");
        return true;
    });

    private static string OutboxId(EmailMessage mail) => mail.MessageId.Split('@')[0];
}
