using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>Gives a colleague another role, or takes him out of the team. Counts from his next request on: roles are read anew for each. May be repeated.</summary>
internal sealed class ChangeTeam(WriteSeam write)
{
    public Task<Outcome> GiveAsync(MerchantId merchant, UserId user, Role role, CancellationToken ct) =>
        ChangeAsync(merchant, user, keepsAdmin: role == Role.Admin, (_, membership) => membership.Role = role, ct);

    public Task<Outcome> RemoveAsync(MerchantId merchant, UserId user, CancellationToken ct) =>
        ChangeAsync(merchant, user, keepsAdmin: false, (unit, membership) => unit.Db.Memberships.Remove(membership), ct);

    private Task<Outcome> ChangeAsync(MerchantId merchant, UserId user, bool keepsAdmin, Action<Unit, Membership> change, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var admins = await unit.Db.Memberships.Where(m => m.MerchantId == merchant && m.Role == Role.Admin).ToListAsync(token);
            var own = await unit.Db.Memberships.SingleOrDefaultAsync(m => m.MerchantId == merchant && m.UserId == user, token);

            if (own is null)
            {
                return Outcome.NoSuchColleague;
            }

            if (own.Role == Role.Admin && !keepsAdmin)
            {
                if (admins.Count == 1)
                {
                    return Outcome.LastAdmin;
                }

                // Each administrator that this decision counts on is written too: of two who remove each other at once, one runs again and is refused.
                admins.ForEach(admin => unit.Db.Entry(admin).Property(m => m.Role).IsModified = true);
            }

            change(unit, own);
            return Outcome.Changed;
        },
        ct);

    internal enum Outcome
    {
        Changed,
        NoSuchColleague,

        /// <summary>Somebody must be left who can change the team.</summary>
        LastAdmin,
    }
}
