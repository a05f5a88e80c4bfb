using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>As what a person comes to a merchant. Asked at each request: who loses a role loses it at once.</summary>
internal sealed class FindMember(PayPageDbContext db)
{
    /// <returns>Null where there is no such merchant, and where the person does not work there: nobody learns which.</returns>
    public async Task<Member?> HandleAsync(Person person, MerchantId id, CancellationToken ct)
    {
        var membership = await db.Memberships.AsNoTracking().FirstOrDefaultAsync(m => m.MerchantId == id && m.UserId == person.Id, ct);

        if ((membership is null && !person.IsOperator) || await db.Merchants.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } merchant)
        {
            return null;
        }

        var isLive = await db.Accounts.AnyAsync(a => a.MerchantId == id && a.Mode == Mode.Live && !a.IsDraft, ct);

        return new Member(person, merchant, person.IsOperator ? Role.Admin : membership!.Role, isLive ? Mode.Live : Mode.Test);
    }

    /// <returns>Where the person works, by name; for an operator all merchants. At most <paramref name="most"/>.</returns>
    public async Task<IReadOnlyList<Workplace>> WorkplacesAsync(Person person, int most, CancellationToken ct) => await db.Merchants.AsNoTracking()
        .Where(m => person.IsOperator || db.Memberships.Any(own => own.MerchantId == m.Id && own.UserId == person.Id))
        .OrderBy(m => m.Name).ThenBy(m => m.Id)
        .Take(most)
        .Select(m => new Workplace(m.Id, m.Name))
        .ToListAsync(ct);
}

/// <param name="Role">An operator's is Admin everywhere.</param>
/// <param name="Mode">Live once the merchant has an account that moves real money.</param>
internal sealed record Member(Person Person, Merchant Merchant, Role Role, Mode Mode)
{
    public bool May(Right right) => Role.May(right);

    public Caller Caller => new(Merchant.Id, Mode, $"{Person.Id}");
}

internal sealed record Workplace(MerchantId Id, string Name);
