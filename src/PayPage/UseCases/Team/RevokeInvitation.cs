using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>Takes an invitation back. May be repeated; one that was accepted stays accepted.</summary>
internal sealed class RevokeInvitation(WriteSeam write, TimeProvider clock)
{
    /// <returns>False where the merchant has no such invitation, or it was accepted.</returns>
    public Task<bool> HandleAsync(MerchantId merchant, InvitationId id, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var invitation = await unit.Db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.MerchantId == merchant && i.AcceptedAt == null, token);
            invitation?.Revoke(clock.GetUtcNow());
            return invitation is not null;
        },
        ct);
}
