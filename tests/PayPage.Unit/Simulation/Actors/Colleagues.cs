using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Refunds;
using PayPage.UseCases.Reminding;
using PayPage.UseCases.Webhooks;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>What else is done in the back office; and what those try who work for another merchant.</summary>
internal sealed class Colleagues(World world)
{
    private Chance Chance => world.Chance;

    private IdSource Ids => new(world.Clock, Chance.Bytes);

    public bool HasNeighbour() => world.Shops.Count > 1 && world.Now.Invoices.Count > 0;

    public async Task<string> WriteNoteAsync(Node node)
    {
        var invoice = Chance.Pick(world.Now.Invoices);
        var id = InvoiceNoteId.New(Ids);
        var first = await WriteAsync(node, invoice, id);
        world.Must(!Chance.Percent(30) || await WriteAsync(node, invoice, id) == first, $"The same note of {invoice.Id}, sent twice, was not the same.");
        return $"{invoice.Id}: {first}";
    }

    public async Task<string> MuteAsync(Node node)
    {
        var (invoice, muted) = (Chance.Pick(world.Now.Invoices), Chance.Percent(50));
        return $"{invoice.Id}, {muted}: {await node.AskAsync((MuteReminders mute) => mute.HandleAsync(invoice.Number, muted, world.ShopOf(invoice).Caller, CancellationToken.None))}";
    }

    /// <summary>All endpoints that were given up or paused.</summary>
    public async Task<string> ResumeAsync(Node node)
    {
        var off = await node.AskAsync((PayPageDbContext db) => db.Endpoints.AsNoTracking().Where(e => e.Status != EndpointStatus.Active).OrderBy(e => e.Id).ToListAsync());

        foreach (var endpoint in off)
        {
            world.Hooks.TurnOff(endpoint.Id);
            await node.AskAsync((SwitchEndpoint turn) => turn.ResumeAsync(endpoint.Id, new Caller(endpoint.MerchantId, endpoint.Mode, "usr_sim"), CancellationToken.None));
        }

        return $"{off.Count}";
    }

    /// <summary>Nobody finds what belongs to another merchant, whatever he knows of it; and nothing of it moves.</summary>
    public async Task<string> TrespassAsync(Node node)
    {
        var invoice = Chance.Pick(world.Now.Invoices);
        var stranger = Chance.Pick(world.Shops.Where(s => s.Caller.MerchantId != invoice.MerchantId).ToList()).Caller;

        if (world.Now.Invoices.Any(i => i.MerchantId == stranger.MerchantId && i.Number == invoice.Number))
        {
            return "has one of that number himself";
        }

        var link = world.Now.Links.First(l => l.InvoiceId == invoice.Id);
        var money = world.Now.PaymentsOf(invoice).FirstOrDefault(p => p.Status == PaymentStatus.Succeeded);
        var (what, isStopped) = Chance.Below(6) switch
        {
            0 => ("cancel", await node.AskAsync((CancelInvoice cancel) => cancel.HandleAsync(invoice.Number, stranger, CancellationToken.None)) == CancelInvoice.Outcome.NoSuchInvoice),
            1 => ("show", await node.AskAsync((ShowInvoice show) => show.HandleAsync(invoice.Number, stranger, CancellationToken.None)) is null),
            2 => ("send", await node.AskAsync((SendInvoice send) => send.HandleAsync(new(invoice.Number, DeliveryMode.None), stranger, CancellationToken.None)) == SendInvoice.Outcome.NoSuchInvoice),
            3 => ("reveal", await node.AskAsync((RevealLink reveal) => reveal.HandleAsync(invoice.Number, link.Id, stranger, CancellationToken.None)) is null),
            4 => ("mute", !await node.AskAsync((MuteReminders mute) => mute.HandleAsync(invoice.Number, true, stranger, CancellationToken.None))),
            _ => ("give back", money is null || await node.AskAsync((AskForRefund ask) => ask.HandleAsync(
                new(invoice.Number, money.Reference, RefundId.New(Ids), 1, null, IsProven: true), stranger, CancellationToken.None)) is AskForRefund.Outcome.NoSuchPayment),
        };
        world.Must(isStopped, $"{stranger.MerchantId} could {what} {invoice.Id} of {invoice.MerchantId}.");
        world.Coverage.Visit($"trespass {what}");
        return $"{what} {invoice.Id}: stopped";
    }

    private Task<WriteNote.Outcome> WriteAsync(Node node, Invoice invoice, InvoiceNoteId id) => node.AskAsync((WriteNote write) =>
        write.HandleAsync(invoice.Number, id, "He says that he pays on Monday.", world.ShopOf(invoice).Caller, CancellationToken.None));
}
