using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Team;

namespace PayPage.Data.Users;

/// <summary>The one thing of an account that rooms other than SignIn may know: what its person is called.</summary>
internal static class UserNames
{
    /// <returns>Whoever has no account any more is not among them.</returns>
    public static async Task<IReadOnlyDictionary<UserId, string>> NamesAsync(this PayPageDbContext db, IReadOnlyCollection<UserId> users, CancellationToken ct)
    {
        Guid[] ids = [.. users.Select(user => user.Value)];

        return ids.Length == 0
            ? new Dictionary<UserId, string>()
            : await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => new UserId(u.Id), u => u.Name, ct);
    }
}
