using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Reminding;

/// <summary>Promises one reminder, inside the unit of work that moves the merchant's round on. Once for an invoice and a step's day, whoever tries.</summary>
internal sealed class PromiseReminder(Promise promise)
{
    /// <param name="stepDay">The day on which it was to go out; it may be a little late.</param>
    /// <param name="midnight">When today began at the merchant's place: nobody is reminded of one invoice twice in a day.</param>
    public async Task HandleAsync(Unit unit, InvoiceId id, DateOnly stepDay, DateTimeOffset midnight, CancellationToken ct)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"reminder:{id}:{stepDay:yyyy-MM-dd}");
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id, ct);

        if (!invoice.CanBeReminded || await WasRemindedAsync(unit, id, key, midnight, ct))
        {
            return;
        }

        if (!invoice.IncludesLink)
        {
            promise.Of(unit, invoice, OutboxKind.ReminderMail, key);
        }
        else if (await unit.Db.Links.AsNoTracking()
            .Where(l => l.InvoiceId == id && l.PayerName == null && l.PayerEmail == null)
            .OrderByDescending(l => l.CreatedAt)
            .FirstOrDefaultAsync(ct) is { RevokedAt: null } link)
        {
            promise.Of(unit, invoice, OutboxKind.ReminderMail, key, link.Id);
        }
    }

    private static Task<bool> WasRemindedAsync(Unit unit, InvoiceId id, string key, DateTimeOffset midnight, CancellationToken ct) =>
        unit.Db.Outbox.AnyAsync(m => m.InvoiceId == id && m.Kind == OutboxKind.ReminderMail && (m.Key == key || m.CreatedAt >= midnight), ct);
}
