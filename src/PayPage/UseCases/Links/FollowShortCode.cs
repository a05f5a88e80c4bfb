using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Links;

/// <summary>From the short form of a link to the signed one. Reads only.</summary>
internal sealed class FollowShortCode(PayPageDbContext db, ILinkTokens tokens)
{
    /// <returns>The token; null when there is no such link.</returns>
    public async Task<string?> HandleAsync(string code, CancellationToken ct)
    {
        if (!ShortCode.IsOne(code))
        {
            return null;
        }

        var hash = Secret.Hash(code);
        var stored = await db.Links.Where(l => l.ShortCodeHash == hash).Select(l => l.SealedAddress).SingleOrDefaultAsync(ct);

        return stored is null ? null : tokens.Unseal(stored)?.Token;
    }
}
