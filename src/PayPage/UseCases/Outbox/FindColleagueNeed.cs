using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Outbox;

/// <summary>Whether a mail about an account is still worth sending: an invitation may be taken back before it leaves, and nobody waits a day for a new password.</summary>
internal sealed class FindColleagueNeed(PayPageDbContext db, TimeProvider clock)
{
    internal const string Closed = "The invitation is not open any more.";
    internal const string TooLate = "It was asked for too long ago.";

    /// <returns>Why it is not sent any more; null when it is.</returns>
    public async Task<string?> ObjectionAsync(OutboxMessage message, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        return message.Kind switch
        {
            OutboxKind.InvitationMail =>
                (await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == message.InvitationId, ct)).IsOpenAt(now) ? null : Closed,
            OutboxKind.ResetMail => message.CreatedAt + IAccounts.ResetTime < now ? TooLate : null,
            _ => null,
        };
    }
}
