using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Events;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Events;

/// <summary>
/// Turns the facts of a unit of work into numbered events, and puts each on its way to whoever wants it. The last thing that a unit does: the sums are
/// as they stay, and what is locked here is locked for a moment.
/// </summary>
/// <remarks>All units lock in one order: invoices first, the merchant's counter behind them. So no two wait for each other.</remarks>
internal sealed class WriteEvents(IdSource ids, TimeProvider clock)
{
    public async Task HandleAsync(Unit unit, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        foreach (var group in facts.GroupBy(fact => (fact.MerchantId, fact.Mode)).OrderBy(group => group.Key.MerchantId.Value).ThenBy(group => group.Key.Mode))
        {
            await WriteAsync(unit, group.Key.MerchantId, group.Key.Mode, [.. group], ct);
        }
    }

    private async Task WriteAsync(Unit unit, MerchantId merchant, Mode mode, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var numbers = new Dictionary<InvoiceId, long>();
        var told = new List<(Fact Fact, EventPicture Picture)>();

        foreach (var of in facts.Where(fact => fact.InvoiceId is not null).GroupBy(fact => fact.InvoiceId!.Value).OrderBy(of => of.Key.Value))
        {
            var invoice = await PictureFacts.OfInvoiceAsync(unit.Db, of.Key, ct);
            var said = of.Select(fact => (Fact: Told(fact, invoice), fact)).Where(pair => pair.Fact is not null).Select(pair => pair.Fact!).ToList();    // not null: just asked
            numbers[of.Key] = await RaiseAsync(unit, of.Key, said.Count, ct) - said.Count;

            foreach (var fact in said)
            {
                told.Add((fact, await PictureFacts.HandleAsync(unit.Db, fact, invoice, ct)));
            }
        }

        foreach (var fact in facts.Where(fact => fact.InvoiceId is null))
        {
            told.Add((fact, await PictureFacts.HandleAsync(unit.Db, fact, null, ct)));
        }

        if (told.Count == 0)
        {
            return;
        }

        var sequence = await EventCounters.RaiseAsync(unit, merchant, mode, told.Count, ct) - told.Count;
        var endpoints = await unit.Db.Endpoints.AsNoTracking()
            .Where(e => e.MerchantId == merchant && e.Mode == mode && (e.Status == EndpointStatus.Active || e.Status == EndpointStatus.Paused)).ToListAsync(ct);

        foreach (var (fact, now) in told)
        {
            var number = fact.InvoiceId is { } invoice ? ++numbers[invoice] : (long?)null;
            Write(unit, fact, now, ++sequence, number, endpoints);
        }
    }

    private void Write(Unit unit, Fact fact, EventPicture now, long sequence, long? number, IReadOnlyList<WebhookEndpoint> endpoints)
    {
        var (id, at) = (MerchantEventId.New(ids), clock.GetUtcNow());
        unit.Db.Events.Add(new MerchantEvent
        {
            Id = id,
            MerchantId = fact.MerchantId,
            Mode = fact.Mode,
            Sequence = sequence,
            Type = fact.Type,
            InvoiceId = fact.InvoiceId,
            InvoiceSequence = number,
            LinkId = fact.LinkId,
            PaymentId = fact.PaymentId,
            BatchId = fact.BatchId,
            Body = EventBody.Of(new EventHead(id, fact.Type, at, fact.Mode, sequence, number), now),
            At = at,
        });

        unit.Db.Deliveries.AddRange(
            from endpoint in endpoints
            where fact.Only is { } only ? endpoint.Id == only : endpoint.Wants(fact.Type)
            select new WebhookDelivery
            {
                Id = WebhookDeliveryId.New(ids),
                EndpointId = endpoint.Id,
                MerchantId = fact.MerchantId,
                EventId = id,
                Sequence = sequence,
                CreatedAt = at,
                DueAt = at,
            });
    }

    /// <summary>Money that came: what it is called depends on what the books made of it.</summary>
    /// <returns>Null where it changed nothing of what is owed; <see cref="EventType.PaymentUnexpected"/> tells of such money.</returns>
    private static Fact? Told(Fact fact, InvoicePicture invoice) =>
        fact.PaidBefore is not { } before ? fact
        : invoice.Paid == before ? null
        : fact with { Type = invoice.Paid < invoice.Total ? EventType.InvoicePartiallyPaid : EventType.InvoicePaid };

    /// <returns>The number of the newest event of the invoice, with those of now.</returns>
    private static async Task<long> RaiseAsync(Unit unit, InvoiceId id, int by, CancellationToken ct)
    {
        await unit.Db.Invoices.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.EventCount, i => i.EventCount + by), ct);
        return await unit.Db.Invoices.Where(i => i.Id == id).Select(i => i.EventCount).SingleAsync(ct);
    }
}
