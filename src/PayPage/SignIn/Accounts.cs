using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain.Team;
using PayPage.SignIn.Codes;

namespace PayPage.SignIn;

/// <summary>What mails ask about accounts.</summary>
internal sealed class Accounts(PayPageDbContext db, UserManager<OfficeUser> users, SecondFactorRows rows) : IAccounts
{
    /// <summary>Identity's own token: sealed, bound to the account's stamp, and good for <see cref="IAccounts.ResetTime"/>.</summary>
    public async Task<string?> ResetTokenAsync(UserId user, CancellationToken ct) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == user.Value, ct) is { } found
            ? (await users.GeneratePasswordResetTokenAsync(found)).Replace('+', '-').Replace('/', '_').TrimEnd('=')
            : null;

    public async Task<SecondFactors?> SecondFactorsAsync(UserId user, CancellationToken ct)
    {
        if (await db.Users.Where(u => u.Id == user.Value).Select(u => (bool?)u.TwoFactorEnabled).SingleOrDefaultAsync(ct) is not { } hasApp)
        {
            return null;
        }

        var factor = await rows.ReadAsync(db, user.Value, ct);
        var passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == user.Value).ToListAsync(ct);
        return new SecondFactors(hasApp, RecoveryCodes.Left(factor.RecoveryCodes), [.. passkeys.OrderBy(p => p.Data.CreatedAt).Select(p => p.Data.Name ?? "")]);
    }

    /// <returns>The token as Identity wrote it; null for nothing.</returns>
    internal static string? ReadToken(string? token) =>
        token is { Length: > 0 } ? token.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (token.Length % 4)) % 4) : null;
}
