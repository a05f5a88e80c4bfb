using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>Makes a membership of an invitation, once: of two who accept at the same time one runs again and finds it accepted.</summary>
internal sealed class AcceptInvitation(WriteSeam write, TimeProvider clock)
{
    /// <summary>For a person who has an account, and is signed in with it.</summary>
    /// <returns>Where he works now; null when the invitation is not open any more, or was not for him.</returns>
    public Task<MerchantId?> HandleAsync(InvitationId id, UserId user, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
            await unit.Db.People.SingleOrDefaultAsync(p => p.Id == user.Value, token) is { } person
            && await OpenAsync(unit, id, token) is { } open && open.IsFor(person.Email)
                ? await JoinAsync(unit, open, user, token)
                : (MerchantId?)null,
        ct);

    /// <summary>Within the unit of work that makes the account too.</summary>
    /// <returns>Null when it is not open any more.</returns>
    public async Task<Invitation?> OpenAsync(Unit unit, InvitationId id, CancellationToken ct) =>
        await unit.Db.Invitations.SingleOrDefaultAsync(i => i.Id == id, ct) is { } found && found.IsOpenAt(clock.GetUtcNow()) ? found : null;

    /// <summary>Who has a place in the team already keeps it, with the role that he has. Other offers to the same address are worth nothing from now on.</summary>
    public async Task<MerchantId> JoinAsync(Unit unit, Invitation open, UserId user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        open.Accept(now);
        await unit.RevokeToAsync(open.MerchantId, open.Email, now, ct);

        if (!await unit.Db.Memberships.AnyAsync(m => m.MerchantId == open.MerchantId && m.UserId == user, ct))
        {
            unit.Db.Memberships.Add(new Membership { MerchantId = open.MerchantId, UserId = user, Role = open.Role, CreatedAt = now });
        }

        return open.MerchantId;
    }
}
