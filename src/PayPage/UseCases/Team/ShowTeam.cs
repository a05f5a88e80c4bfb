using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>Who works for a merchant, and who is invited to. Reads only.</summary>
internal sealed class ShowTeam(PayPageDbContext db)
{
    public async Task<TeamView> HandleAsync(MerchantId merchant, CancellationToken ct)
    {
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.MerchantId == merchant).ToListAsync(ct);
        var invitations = await db.Invitations.AsNoTracking()
            .Where(i => i.MerchantId == merchant && i.AcceptedAt == null && i.RevokedAt == null).OrderByDescending(i => i.CreatedAt).ToListAsync(ct);
        var people = await db.PeopleAsync([.. memberships.Select(m => m.UserId), .. invitations.Select(i => i.InvitedBy)], ct);

        return new TeamView(
            [.. memberships.Select(m => new Colleague(m.UserId, people[m.UserId].Name, people[m.UserId].Email, m.Role, m.CreatedAt))
                .OrderBy(c => c.Role).ThenBy(c => c.Name, StringComparer.OrdinalIgnoreCase)],
            [.. invitations.Select(i => new OpenInvitation(i, people.GetValueOrDefault(i.InvitedBy)?.Name))]);
    }
}

/// <param name="Invitations">Those that were neither accepted nor taken back, the newest first; some may have run out.</param>
internal sealed record TeamView(IReadOnlyList<Colleague> Colleagues, IReadOnlyList<OpenInvitation> Invitations);

internal sealed record Colleague(UserId Id, string Name, string Email, Role Role, DateTimeOffset Since);

/// <param name="InvitedBy">A name; null where that account is gone.</param>
internal sealed record OpenInvitation(Invitation Invitation, string? InvitedBy);
