using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Fences;

/// <summary>Promises the merchant's people mails about somebody who seems to try cards. A message for each who is to be told; it names a place on the list and no address.</summary>
internal sealed class TellOfFence(IdSource ids)
{
    public Task OfBarredAsync(Unit unit, Invoice invoice, PaymentLink link, DateTimeOffset now, CancellationToken ct) =>
        PromiseAsync(unit, invoice, OutboxKind.LinkBarredMail, $"{link.Id}", link.Id, now, ct);

    public Task OfManyDeclinesAsync(Unit unit, Invoice invoice, DateTimeOffset now, CancellationToken ct) =>
        PromiseAsync(unit, invoice, OutboxKind.ManyDeclinesMail, $"{invoice.MerchantId}:{invoice.Mode}", null, now, ct);

    /// <returns>Null where the list has become shorter: then nobody is to be told by this message.</returns>
    public static string? AddressFor(OutboxMessage message, Merchant merchant) =>
        merchant.ToldAddresses().ElementAtOrDefault(int.Parse(message.Key.Split(':')[^1], CultureInfo.InvariantCulture) - 1);

    private async Task PromiseAsync(
        Unit unit, Invoice invoice, OutboxKind kind, string what, LinkId? link, DateTimeOffset now, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == invoice.MerchantId, ct);

        unit.Db.Outbox.AddRange(merchant.ToldAddresses().Select((_, place) => new OutboxMessage
        {
            Id = OutboxMessageId.New(ids),
            Key = $"{kind}:{what}:{now.ToUnixTimeSeconds()}:{place + 1}",    // it may come to that again another day
            Kind = kind,
            MerchantId = merchant.Id,
            InvoiceId = invoice.Id,
            LinkId = link,
            CreatedAt = now,
            DueAt = now,
        }));
    }
}
