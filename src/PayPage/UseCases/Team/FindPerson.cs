using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>People by what others know of them.</summary>
internal static class FindPerson
{
    /// <param name="email">In any mixture of large and small letters.</param>
    /// <returns>Null where nobody signs in with it.</returns>
    public static Task<PersonRow?> FindByEmailAsync(this PayPageDbContext db, string email, CancellationToken ct)
    {
        var normal = email.ToUpperInvariant();
        return db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == normal, ct);
    }

    /// <returns>The names of those of them who are still here.</returns>
    public static Task<Dictionary<UserId, PersonRow>> PeopleAsync(this PayPageDbContext db, IEnumerable<UserId> ids, CancellationToken ct)
    {
        var keys = ids.Select(id => id.Value).Distinct().ToList();
        return db.People.Where(p => keys.Contains(p.Id)).ToDictionaryAsync(p => new UserId(p.Id), ct);
    }
}
