using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Outbox;

/// <summary>A mail to a merchant's people about an account at a processor.</summary>
internal sealed class ComposeAccountMail(PayPageDbContext db, ISiteAddresses addresses, IPaymentProcessors processors)
{
    /// <returns>Null when nobody is to be told any more.</returns>
    public async Task<(ColleagueMail Mail, string To)?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == message.AccountId, ct);
        var (processor, page) = (processors.Of(account.Kind).Name, addresses.Office($"{merchant.Id}/settings/processor/{account.Id}"));
        var head = new MailHead("PayPage", null);

        return TellMerchant.AddressFor(message, merchant) is not { } to ? null
            : message.Kind == OutboxKind.KeyRefusedMail
                ? (new ColleagueMail.OfRefusedKey(merchant.Name, processor, account.KeyEnd, account.RefusedSince ?? message.CreatedAt, page) { Head = head, Host = addresses.Host }, to)
                : (new ColleagueMail.OfAccountInUse(merchant.Name, processor, account.OwnId, account.Mode, message.CreatedAt, page) { Head = head, Host = addresses.Host }, to);
    }
}
