using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Inbox;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Fences;

/// <summary>A bank said no, through whichever door that was heard: it counts for the link and for the merchant, in the commit that records it.</summary>
internal sealed partial class HearDecline(
    WatchDeclines watch, TellOfFence tell, Note note, IOptions<FenceOptions> options, TimeProvider clock, ILogger<HearDecline> log)
{
    private const int ReasonLength = 60;

    /// <summary>A try that was declined while the processor's session stays open.</summary>
    public async Task<InboxVerdict> OfTryAsync(Unit unit, Payment payment, string? reason, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);
        payment.CountDecline();
        note.Of(unit, invoice, AuditKind.PaymentTryDeclined, Actor.Processor, payment, Readable(reason));

        if (await CountAsync(unit, payment, invoice, ct))
        {
            payment.AskAt(clock.GetUtcNow());    // its link takes no more tries: should EndHeld not get round to it, the reconcile worker ends it
        }

        return InboxVerdict.Applied;
    }

    /// <summary>The processor closed its side because the bank said no. Money that was on its way for days and did not come is no trying of cards.</summary>
    public async Task OfEndAsync(Unit unit, Payment payment, Invoice invoice, CancellationToken ct)
    {
        if (payment is { Declined: true, WasOnItsWay: false })
        {
            await CountAsync(unit, payment, invoice, ct);
        }
    }

    /// <summary>For the history: a word of the processor's, and nothing that somebody could have put into it.</summary>
    public static string? Readable(string? reason) =>
        reason is { Length: > 0 and <= ReasonLength } && reason.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ' ') ? reason.Replace('_', ' ') : null;

    /// <returns>Whether its link takes no payments now.</returns>
    private async Task<bool> CountAsync(Unit unit, Payment payment, Invoice invoice, CancellationToken ct)
    {
        await watch.HandleAsync(unit, invoice, ct);

        if (await unit.Db.Links.SingleOrDefaultAsync(l => l.Id == payment.LinkId, ct) is not { } link)
        {
            return false;
        }

        var now = clock.GetUtcNow();

        if (link.HearDecline(options.Value.Declines, now))
        {
            note.Of(unit, invoice, AuditKind.LinkBarred, Actor.System, link.Id);
            await tell.OfBarredAsync(unit, invoice, link, now, ct);
            LogBarred(log, link.Id, link.Declines);
        }

        return link.IsHeldAt(now);
    }

    [LoggerMessage(3201, LogLevel.Warning, "{LinkId} takes no more payments: {Declines} tries through it were declined. The merchant is told.")]
    private static partial void LogBarred(ILogger log, Domain.Links.LinkId linkId, int declines);
}
