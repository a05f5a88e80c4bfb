using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Links;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>All mail and all texts that arrived, whoever they were for. Who reads them learns the link in them.</summary>
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

    /// <summary>A text has room for the short form alone.</summary>
    public async Task TakeAsync(SmsMessage text)
    {
        _taken.Add(text.Id);
        var code = SimAddresses.CodeIn(text.Text);
        world.Must(code is not null, $"{text.Id} carries no link.");
        var token = await world.Observer.AskAsync((FollowShortCode follow) => follow.HandleAsync(code!, CancellationToken.None));
        world.Must(token is not null, $"The short link in {text.Id} leads nowhere.");
        await world.Purse.LearnAsync(token!);
    }

    public void Refuse(EmailMessage mail) => _refused.Add(OutboxId(mail));

    public void Refuse(SmsMessage text) => _refused.Add(text.Id);

    /// <summary>A link goes to the address on file of the payer it was made for; a receipt there or where its payer asked for it; nothing goes anywhere else.</summary>
    public Task CheckAddressAsync(EmailMessage mail) => world.Observer.AskAsync(async (PayPageDbContext db) =>
    {
        var message = await FindAsync(db, OutboxId(mail));
        var right = await RightAddressAsync(db, message);
        world.Coverage.Visit($"message {message.Kind}");
        world.Must(mail.To == right, $"{message.Id} ({message.Kind}) goes to {mail.To} instead of {right}.");
        return true;
    });

    /// <summary>Texts go to the customer's number alone: of other payers nobody knows one.</summary>
    public Task CheckNumberAsync(SmsMessage text) => world.Observer.AskAsync(async (PayPageDbContext db) =>
    {
        var message = await FindAsync(db, text.Id);
        var right = await db.Invoices.Where(i => i.Id == message.InvoiceId).Select(i => i.BillTo.Phone).SingleAsync();
        world.Coverage.Visit($"message {message.Kind}");
        var isForAnother = await db.Links.AnyAsync(l => l.Id == message.LinkId && (l.PayerName != null || l.PayerEmail != null));
        world.Must(text.To == right && !isForAnother, $"{message.Id} ({message.Kind}) goes to {text.To} instead of {right}.");
        return true;
    });

    private static async Task<string?> RightAddressAsync(PayPageDbContext db, OutboxMessage message)
    {
        var merchant = await db.Merchants.Where(m => m.Id == message.MerchantId).Select(m => m.Email).SingleAsync();

        if (message.InvoiceId is null || message.Kind.IsToMerchant() || message.Kind.IsToColleague())
        {
            return merchant;
        }

        var customer = await db.Invoices.Where(i => i.Id == message.InvoiceId).Select(i => i.BillTo).SingleAsync();
        var through = message.PaymentId is { } payment ? await db.Payments.Where(p => p.Id == payment).Select(p => p.LinkId).SingleAsync() : message.LinkId;
        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == through);
        var onFile = link is null || !link.IsForAnother ? customer.Email : link.PayerEmail;

        return message.Kind switch
        {
            OutboxKind.ReceiptMail or OutboxKind.BankPendingMail or OutboxKind.BankFailedMail or OutboxKind.RefundBegunMail or OutboxKind.RefundMail =>
                await db.Payments.Where(p => p.Id == message.PaymentId).Select(p => p.ReceiptEmail).SingleOrDefaultAsync() ?? onFile,
            _ => onFile,
        };
    }

    private static Task<OutboxMessage> FindAsync(PayPageDbContext db, string id)
    {
        var known = new OutboxMessageId(Guid.ParseExact(id.AsSpan(id.LastIndexOf('_') + 1), "N"));
        return db.Outbox.AsNoTracking().SingleAsync(m => m.Id == known);
    }

    private static string OutboxId(EmailMessage mail) => mail.MessageId.Split('@')[0];
}
