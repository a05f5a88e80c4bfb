using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.Unit.Support;
using PayPage.UseCases.Team;

namespace PayPage.Unit.UseCases.Team;

/// <summary>People at work, put straight into the database: how they sign in does not matter here.</summary>
internal static class PeopleAtWork
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="role">Null: he works nowhere yet.</param>
    public static async Task<UserId> PersonAsync(this World world, string email, Role? role = null, MerchantId? merchant = null)
    {
        var id = UserId.New(world.Get<IdSource>());
        await world.Get<WriteSeam>().RunAsync(
            (unit, _) =>
            {
                unit.Db.Users.Add(new OfficeUser
                {
                    Id = id.Value,
                    Name = email.Split('@')[0],
                    UserName = email,
                    NormalizedUserName = email.ToUpperInvariant(),
                    Email = email,
                    NormalizedEmail = email.ToUpperInvariant(),
                    CreatedAt = world.Clock.GetUtcNow(),
                });

                if (role is { } given)
                {
                    unit.Db.Memberships.Add(new Membership
                    {
                        MerchantId = merchant ?? world.Caller.MerchantId,
                        UserId = id,
                        Role = given,
                        CreatedAt = world.Clock.GetUtcNow(),
                    });
                }

                return Task.CompletedTask;
            },
            Ct);

        return id;
    }

    public static Task<Role?> RoleAsync(this World world, UserId user) => world.ReadAsync(db =>
        db.Memberships.Where(m => m.MerchantId == world.Caller.MerchantId && m.UserId == user).Select(m => (Role?)m.Role).SingleOrDefaultAsync(Ct));

    public static Task<InviteColleague.Outcome> InviteAsync(this World world, string email, UserId by, Role role = Role.Sales) =>
        world.UseAsync<InviteColleague, InviteColleague.Outcome>(invite => invite.HandleAsync(world.Caller.MerchantId, email, role, by, Ct));

    /// <summary>The newest to this address.</summary>
    public static Task<Invitation> InvitationAsync(this World world, string email) => world.ReadAsync(db =>
        db.Invitations.AsNoTracking().Where(i => i.Email == email).OrderByDescending(i => i.CreatedAt).FirstAsync(Ct));

    public static Task<MerchantId?> AcceptAsync(this World world, InvitationId id, UserId user) =>
        world.UseAsync<AcceptInvitation, MerchantId?>(accept => accept.HandleAsync(id, user, Ct));
}
