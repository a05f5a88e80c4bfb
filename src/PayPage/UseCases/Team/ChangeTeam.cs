using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>Gives a colleague another role, or takes him out of the team. Counts from his next request on: roles are read anew for each. May be repeated.</summary>
/// <remarks>Open invitations go with the right to send them, and those to whoever is taken out: else he came back by an older mail, his own or a friend's.</remarks>
internal sealed class ChangeTeam(WriteSeam write, TimeProvider clock)
{
    public Task<Outcome> GiveAsync(MerchantId merchant, UserId user, Role role, CancellationToken ct) =>
        ChangeAsync(merchant, user, role, ct);

    public Task<Outcome> RemoveAsync(MerchantId merchant, UserId user, CancellationToken ct) =>
        ChangeAsync(merchant, user, null, ct);

    /// <param name="role">Null: out of the team.</param>
    private Task<Outcome> ChangeAsync(MerchantId merchant, UserId user, Role? role, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var admins = await unit.Db.Memberships.Where(m => m.MerchantId == merchant && m.Role == Role.Admin).ToListAsync(token);
            var own = await unit.Db.Memberships.SingleOrDefaultAsync(m => m.MerchantId == merchant && m.UserId == user, token);

            if (own is null)
            {
                return Outcome.NoSuchColleague;
            }

            if (own.Role == Role.Admin && role != Role.Admin)
            {
                if (admins.Count == 1)
                {
                    return Outcome.LastAdmin;
                }

                // Each administrator that this decision counts on is written too: of two who remove each other at once, one runs again and is refused.
                admins.ForEach(admin => unit.Db.Entry(admin).Property(m => m.Role).IsModified = true);
            }

            await RevokeAsync(unit, own, role, token);

            if (role is { } other)
            {
                own.Role = other;
            }
            else
            {
                unit.Db.Memberships.Remove(own);
            }

            return Outcome.Changed;
        },
        ct);

    private async Task RevokeAsync(Unit unit, Membership own, Role? role, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var person = await unit.Db.People.SingleOrDefaultAsync(p => p.Id == own.UserId.Value, ct);

        if (role is null && person is not null)
        {
            await unit.RevokeToAsync(own.MerchantId, person.Email, now, ct);
        }

        // An operator goes on being every merchant's administrator, whatever he is in its team.
        if (role?.May(Right.ManageTeam) != true && person?.IsOperator != true)
        {
            await unit.RevokeFromAsync(own.MerchantId, own.UserId, now, ct);
        }
    }

    internal enum Outcome
    {
        Changed,
        NoSuchColleague,

        /// <summary>Somebody must be left who can change the team.</summary>
        LastAdmin,
    }
}
