using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Disputes;

/// <summary>Promises the merchant's people mails about a dispute, in the unit of work that moves it. The payer is told by his bank, not by us.</summary>
/// <remarks>A message for each who is to be told; it names a place on the merchant's list and no address, as all news to merchants.</remarks>
internal sealed class TellOfDispute(IdSource ids, TimeProvider clock)
{
    /// <summary>How long before the bank's last day it is said again.</summary>
    internal static readonly TimeSpan Notice = TimeSpan.FromDays(3);

    public async Task OfMoveAsync(Unit unit, Dispute dispute, Invoice invoice, CancellationToken ct)
    {
        if (dispute.WaitsForAnswer)
        {
            await PromiseAsync(unit, dispute, invoice, OutboxKind.DisputeOpenedMail, $"{dispute.State}", clock.GetUtcNow(), ct);
            await OfDeadlineAsync(unit, dispute, invoice, ct);
        }
        else if (dispute.DecidedAt is not null)
        {
            // A second round may decide otherwise: each decision is told.
            await PromiseAsync(unit, dispute, invoice, OutboxKind.DisputeDecidedMail, $"{dispute.Version}", clock.GetUtcNow(), ct);
        }
    }

    /// <summary>Nothing where the first mail comes later than this one would.</summary>
    public async Task OfDeadlineAsync(Unit unit, Dispute dispute, Invoice invoice, CancellationToken ct)
    {
        if (dispute is { WaitsForAnswer: true, EvidenceBy: { } by } && by - Notice > clock.GetUtcNow()
            && KeyOf(dispute, OutboxKind.DisputeDeadlineMail, DayOf(by), 0) is var key && !await unit.Db.Outbox.AnyAsync(m => m.Key == key, ct))
        {
            await PromiseAsync(unit, dispute, invoice, OutboxKind.DisputeDeadlineMail, DayOf(by), by - Notice, ct);
        }
    }

    /// <returns>False when the bank waits for no answer any more, or until another time: then another message says so.</returns>
    public static bool IsDeadlineOf(OutboxMessage message, Dispute dispute) =>
        dispute is { WaitsForAnswer: true, EvidenceBy: { } by } && message.Key.Split(':') is [_, _, _, var day, _] && day == DayOf(by);

    /// <returns>Null where the list has become shorter: then nobody is to be told by this message.</returns>
    public static string? AddressFor(OutboxMessage message, Merchant merchant) =>
        merchant.ToldAddresses().ElementAtOrDefault(int.Parse(message.Key.Split(':')[^1], CultureInfo.InvariantCulture) - 1);

    private async Task PromiseAsync(
        Unit unit, Dispute dispute, Invoice invoice, OutboxKind kind, string what, DateTimeOffset due, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == dispute.MerchantId, ct);

        unit.Db.Outbox.AddRange(merchant.ToldAddresses().Select((_, place) => new OutboxMessage
        {
            Id = OutboxMessageId.New(ids),
            Key = KeyOf(dispute, kind, what, place),
            Kind = kind,
            MerchantId = merchant.Id,
            InvoiceId = invoice.Id,
            PaymentId = dispute.PaymentId,
            DisputeId = dispute.Id,
            CreatedAt = clock.GetUtcNow(),
            DueAt = due,
        }));
    }

    private static string KeyOf(Dispute dispute, OutboxKind kind, string what, int place) => $"dispute:{kind}:{dispute.Id}:{what}:{place + 1}";

    private static string DayOf(DateTimeOffset by) => by.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
