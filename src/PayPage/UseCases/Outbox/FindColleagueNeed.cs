using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Fences;

namespace PayPage.UseCases.Outbox;

/// <summary>Whether a mail about an account is still worth sending: an invitation may be taken back before it leaves, and nobody waits a day for a new password.</summary>
internal sealed class FindColleagueNeed(PayPageDbContext db, ComposeDisputeMail disputeMail, ComposeFenceMail fenceMail, TimeProvider clock)
{
    internal const string Closed = "The invitation is not open any more.";
    internal const string TooLate = "It was asked for too long ago.";

    internal const string Accepted = "The processor accepts the key again.";

    internal const string Works = "The endpoint works again, or is not here any more.";

    /// <returns>Why it is not sent any more; null when it is.</returns>
    public async Task<string?> ObjectionAsync(OutboxMessage message, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        return message.Kind switch
        {
            OutboxKind.InvitationMail =>
                (await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == message.InvitationId, ct)).IsOpenAt(now) ? null : Closed,
            OutboxKind.ResetMail => message.CreatedAt + IAccounts.ResetTime < now ? TooLate : null,
            OutboxKind.WebhookFailingMail => await FailsAsync(message, ct) ? null : Works,
            OutboxKind.KeyRefusedMail => await db.Accounts.AnyAsync(a => a.Id == message.AccountId && a.RefusedSince != null, ct) ? null : Accepted,
            var kind when kind.IsOfFence() => await fenceMail.ObjectionAsync(message, ct),
            var kind when kind.IsOfDispute() => await disputeMail.ObjectionAsync(message, ct),
            _ => null,
        };
    }

    private Task<bool> FailsAsync(OutboxMessage message, CancellationToken ct) =>
        db.Endpoints.AnyAsync(e => e.Id == message.EndpointId && e.FailingSince != null && e.Status != EndpointStatus.Removed, ct);
}
