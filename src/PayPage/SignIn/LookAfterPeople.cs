using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;
using PayPage.SignIn.Codes;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>What operators do for people: see who is here, unlock, sign out, help out who lost a telephone, and make each other operators.</summary>
internal sealed class LookAfterPeople(
    PayPageDbContext db, WriteSeam write, AccountChange account, SecondFactorRows rows, Tries tries, OfficeSessions sessions, IdSource ids, TimeProvider clock)
{
    public const int Most = 200;

    /// <param name="search">A part of a name or an address; blank: all.</param>
    /// <returns>By name, at most <see cref="Most"/>.</returns>
    public async Task<IReadOnlyList<Somebody>> ListAsync(string? search, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wanted = (search ?? "").Trim();

        return await db.Users.Where(u => wanted == "" || u.Name.Contains(wanted) || u.Email!.Contains(wanted))
            .OrderBy(u => u.Name).ThenBy(u => u.Id).Take(Most)
            .Select(u => new Somebody(
                new UserId(u.Id), u.Name, u.Email!, u.IsOperator, u.LockoutEnd > now, u.TwoFactorEnabled, u.PasswordHash != null,
                db.UserPasskeys.Count(p => p.UserId == u.Id)))
            .ToListAsync(ct);
    }

    /// <summary>May be repeated.</summary>
    public Task UnlockAsync(UserId id, CancellationToken ct) => tries.ForgiveAsync(id, ct);

    /// <summary>May be repeated.</summary>
    public Task SignOutAsync(UserId id, CancellationToken ct) => sessions.EndAllAsync(id, null, ct);

    /// <summary>For whoever lost the telephone and the recovery codes. A mail tells the person; passkeys stay.</summary>
    public Task RemoveAuthenticatorAsync(UserId id, CancellationToken ct) => account.RunAsync(
        id, null, OutboxKind.SecurityMail,
        async (unit, user, token) =>
        {
            var had = user.TwoFactorEnabled;
            user.TwoFactorEnabled = false;
            await rows.WriteAsync(unit, user.Id, SecondFactor.None, token);
            return had;
        },
        ct);

    /// <returns>False when it would leave the installation without anybody who looks after it, or there is no such person.</returns>
    public Task<bool> SetOperatorAsync(UserId id, bool isOperator, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var operators = await unit.Db.Users.Where(u => u.IsOperator).ToListAsync(token);
            var user = await unit.Db.Users.SingleOrDefaultAsync(u => u.Id == id.Value, token);

            if (user is null || (!isOperator && operators.All(o => o.Id == user.Id)))
            {
                return false;
            }

            // Each operator that this decision counts on is written too: of two who dismiss each other at once, one runs again and is refused.
            operators.ForEach(o => o.ConcurrencyStamp = $"{ids.Next():N}");
            user.ConcurrencyStamp = $"{ids.Next():N}";
            user.IsOperator = isOperator;

            if (!isOperator)
            {
                await unit.RevokeFromOperatorAsync(id, clock.GetUtcNow(), token);
            }

            return true;
        },
        ct);

    internal sealed record Somebody(UserId Id, string Name, string Email, bool IsOperator, bool IsLocked, bool HasAuthenticator, bool HasPassword, int Passkeys);
}
