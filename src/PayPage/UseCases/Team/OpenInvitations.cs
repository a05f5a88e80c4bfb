using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>Takes back, within a unit of work, offers whose reason is gone: nobody comes in by an older mail.</summary>
internal static class OpenInvitations
{
    /// <summary>All of a merchant's to one mailbox, in whatever letters it was written.</summary>
    public static async Task RevokeToAsync(this Unit unit, MerchantId merchant, string email, DateTimeOffset now, CancellationToken ct)
    {
        // Compared here: one database tells capitals from small letters and the other does not. A merchant has few that nobody answered.
        // One that this unit has accepted comes back as it has become.
        var unanswered = await unit.Db.Invitations.Where(i => i.MerchantId == merchant && i.AcceptedAt == null && i.RevokedAt == null).ToListAsync(ct);
        unanswered.Where(i => i.IsFor(email) && i.AcceptedAt is null).ToList().ForEach(i => i.Revoke(now));
    }

    /// <summary>All that somebody sent for a merchant: what he may no longer do does not go on by itself.</summary>
    public static async Task RevokeFromAsync(this Unit unit, MerchantId merchant, UserId sender, DateTimeOffset now, CancellationToken ct) =>
        (await unit.Db.Invitations.Where(i => i.MerchantId == merchant && i.InvitedBy == sender && i.AcceptedAt == null && i.RevokedAt == null).ToListAsync(ct))
            .ForEach(i => i.Revoke(now));

    /// <summary>All that an operator sent for merchants where he is no administrator of their own.</summary>
    public static async Task RevokeFromOperatorAsync(this Unit unit, UserId sender, DateTimeOffset now, CancellationToken ct) =>
        (await unit.Db.Invitations.Where(i => i.InvitedBy == sender && i.AcceptedAt == null && i.RevokedAt == null
            && !unit.Db.Memberships.Any(m => m.MerchantId == i.MerchantId && m.UserId == sender && m.Role == Role.Admin)).ToListAsync(ct))
            .ForEach(i => i.Revoke(now));
}
