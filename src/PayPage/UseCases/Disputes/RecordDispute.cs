using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Inbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Disputes;

/// <summary>What a processor says of a dispute enters the books here and nowhere else, in one commit. Safe to repeat with the same or older news.</summary>
/// <remarks>
/// The dispute of a payment whose success we have not heard of is kept, and enters the books in the commit that records the success
/// (<see cref="AdoptDisputes"/>); until then it is nobody's. Of money that is none of ours it stays so for ever: another program uses the same account.
/// </remarks>
internal sealed partial class RecordDispute(WriteSeam write, FollowDispute follow, IdSource ids, TimeProvider clock, ILogger<RecordDispute> log)
{
    /// <param name="account">Through which the news came; a payment of another account is not touched.</param>
    /// <param name="received">The event, where the news is one; null for an answer to a question of ours.</param>
    /// <returns>What became of it.</returns>
    public async Task<InboxVerdict> HandleAsync(DisputeNews news, ProcessorAccountId account, ReceivedEvent? received, CancellationToken ct)
    {
        var verdict = await write.RunAsync((unit, token) => RecordAsync(unit, news, account, received, token), ct);

        switch (verdict)
        {
            case InboxVerdict.Mismatched: LogMismatched(news.Reference, account); break;
            case InboxVerdict.Unmatched: LogUnmatched(news.Reference, news.MoneyReference, account); break;
        }

        return verdict;
    }

    private async Task<InboxVerdict> RecordAsync(
        Unit unit, DisputeNews news, ProcessorAccountId account, ReceivedEvent? received, CancellationToken ct)
    {
        if (received is not null && await unit.Db.Inbox.AnyAsync(e => e.AccountId == account && e.EventId == received.EventId, ct))
        {
            return InboxVerdict.Stale;
        }

        var payment = await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(
            p => p.AccountId == account && (p.MoneyReference == news.MoneyReference || (p.MoneyReference == null && p.ProcessorReference == news.MoneyReference)), ct);
        var dispute = await unit.Db.Disputes.SingleOrDefaultAsync(d => d.AccountId == account && d.ProcessorReference == news.Reference, ct);
        var verdict = await JudgeAsync(unit, news, account, payment, dispute, ct);

        if (received is not null)
        {
            unit.Db.Inbox.Add(received.Stored(account, payment?.Id, verdict, clock.GetUtcNow()));
        }

        return verdict;
    }

    private async Task<InboxVerdict> JudgeAsync(Unit unit, DisputeNews news, ProcessorAccountId account, Payment? payment, Dispute? dispute, CancellationToken ct)
    {
        if (news.Amount.Minor <= 0 || dispute?.IsContradictedBy(news) == true || dispute?.IsInDoubtBy(news) == true
            || (payment is not null && !AdoptDisputes.Fits(news.Amount, payment)))
        {
            return InboxVerdict.Mismatched;
        }

        var now = clock.GetUtcNow();

        if (dispute is null)
        {
            var its = await unit.Db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, ct);
            dispute = Dispute.Begin(DisputeId.New(ids), its, news, now);
            unit.Db.Disputes.Add(dispute);

            if (payment?.Status != PaymentStatus.Succeeded)
            {
                await AskSoonAsync(unit, payment, now, ct);
                return InboxVerdict.Unmatched;
            }

            dispute.Adopt(payment);
            await follow.HandleAsync(unit, dispute, payment, DisputeStanding.None, ct);
            return InboxVerdict.Applied;
        }

        if (dispute.IsToldMoreBy(news))
        {
            dispute.Learn(news, now);
            await follow.RemindAsync(unit, dispute, ct);
            return InboxVerdict.Applied;
        }

        if (!dispute.IsMovedBy(news))
        {
            dispute.Confirm(news);
            return InboxVerdict.Stale;
        }

        var before = dispute.Standing;
        dispute.Move(news, now);

        if (payment is not null && dispute.PaymentId is not null)
        {
            await follow.HandleAsync(unit, dispute, payment, before, ct);
        }

        return InboxVerdict.Applied;
    }

    /// <summary>Nobody disputes what was not paid: the news of the money was lost, or comes next. The reconcile worker asks for it.</summary>
    private static Task AskSoonAsync(Unit unit, Payment? payment, DateTimeOffset now, CancellationToken ct) => payment is null ? Task.CompletedTask
        : unit.Db.Payments.Where(p => p.Id == payment.Id && PaymentTransitions.Open.Contains(p.Status)).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.NextCheckAt, now).SetProperty(p => p.Version, p => p.Version + 1), ct);

    [LoggerMessage(3001, LogLevel.Error, "News of the dispute {Reference} through {AccountId} contradicts our books; nothing was moved. A person must look.")]
    private partial void LogMismatched(string reference, ProcessorAccountId accountId);

    [LoggerMessage(3002, LogLevel.Error, "The dispute {Reference} through {AccountId} is about {MoneyReference}, of which we know no money (yet). It is kept, and enters the books with the money.")]
    private partial void LogUnmatched(string reference, string moneyReference, ProcessorAccountId accountId);
}
