using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.SignIn;

/// <summary>First-run set-up: one person who may do everything, and the first merchant. Once; of two who try, one is told that it is done.</summary>
internal sealed class FirstPerson(WriteSeam write, PayPageDbContext db, NewPeople people, OpenMerchant openMerchant, SignInManager<OfficeUser> signIn, TimeProvider clock)
{
    public async Task<bool> IsWantedAsync(CancellationToken ct) => !await db.Users.AnyAsync(ct);

    /// <summary>Whether the form must ask for a business: an installation from before there were people has merchants already.</summary>
    public async Task<bool> NeedsMerchantAsync(CancellationToken ct) => !await db.Merchants.AnyAsync(ct);

    /// <param name="merchant">The first merchant; ignored where there are some already.</param>
    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> MakeAsync(string name, string email, string? password, NewMerchant? merchant, CancellationToken ct)
    {
        var user = await write.RunAsync((unit, token) => AddAsync(unit, name, email, password, merchant, token), ct);

        if (user is not null && password is not null)
        {
            await signIn.SignInAsync(user, isPersistent: false);
        }

        return user is not null;
    }

    private async Task<OfficeUser?> AddAsync(Unit unit, string name, string email, string? password, NewMerchant? merchant, CancellationToken ct)
    {
        if (await unit.Db.SetUp.AnyAsync(ct) || await unit.Db.Users.AnyAsync(ct))
        {
            return null;
        }

        unit.Db.SetUp.Add(new SetUpMark { Id = SetUpMark.Only, At = clock.GetUtcNow() });
        var user = await people.AddAsync(unit, name, email, password, ct);
        user!.IsOperator = true;    // nobody else is there who could have the address
        var merchants = await unit.Db.Merchants.Select(m => m.Id).ToListAsync(ct);

        if (merchants.Count == 0 && merchant is not null)
        {
            merchants.Add(openMerchant.In(unit, merchant).Id);
        }

        unit.Db.Memberships.AddRange(merchants.Select(id => new Membership
        {
            MerchantId = id,
            UserId = new UserId(user.Id),
            Role = Role.Admin,
            CreatedAt = clock.GetUtcNow(),
        }));
        return user;
    }
}
