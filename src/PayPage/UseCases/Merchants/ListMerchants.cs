using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Merchants;

/// <summary>All merchants of the installation, for its operators. Reads only.</summary>
internal sealed class ListMerchants(PayPageDbContext db, TimeProvider clock)
{
    public const int Most = 200;

    /// <param name="search">A part of a name or an address; blank: all.</param>
    /// <returns>By name, at most <see cref="Most"/>.</returns>
    public async Task<IReadOnlyList<MerchantLine>> HandleAsync(string? search, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wanted = (search ?? "").Trim();

        return await db.Merchants.Where(m => wanted == "" || m.Name.Contains(wanted) || m.Email.Contains(wanted))
            .OrderBy(m => m.Name).ThenBy(m => m.Id).Take(Most)
            .Select(m => new MerchantLine(
                m.Id, m.Name, m.Email, m.CreatedAt,
                db.Accounts.Any(a => a.MerchantId == m.Id && a.Mode == Mode.Live && !a.IsDraft),
                db.Accounts.Any(a => a.MerchantId == m.Id && a.RefusedSince != null && a.ClosedAt == null && !a.IsDraft),
                db.Memberships.Count(own => own.MerchantId == m.Id),
                db.Memberships.Any(own => own.MerchantId == m.Id && own.Role == Role.Admin),
                db.Invitations.Any(i => i.MerchantId == m.Id && i.Role == Role.Admin && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now)))
            .ToListAsync(ct);
    }
}

/// <param name="IsLive">Whether it has an account that moves real money.</param>
/// <param name="KeyIsRefused">Whether a processor does not accept its key: nobody can pay it until somebody mends that.</param>
/// <param name="IsAwaited">Whether somebody is invited to be its administrator.</param>
internal sealed record MerchantLine(
    MerchantId Id, string Name, string Email, DateTimeOffset Since, bool IsLive, bool KeyIsRefused, int Colleagues, bool HasAdmin, bool IsAwaited);
