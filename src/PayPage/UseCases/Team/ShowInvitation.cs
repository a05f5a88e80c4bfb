using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>What an invitation's address leads to. Reads only.</summary>
internal sealed class ShowInvitation(PayPageDbContext db, IInvitationTokens tokens, TimeProvider clock)
{
    /// <param name="token">As it stands in the address, by whomever it was made.</param>
    public async Task<InvitationView> HandleAsync(string token, CancellationToken ct)
    {
        var found = tokens.Read(token) is { } id ? await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) : null;

        if (found is null)
        {
            return new InvitationView.Closed(InvitationFate.Unknown, null);
        }

        var merchant = await db.Merchants.Where(m => m.Id == found.MerchantId).Select(m => m.Name).SingleAsync(ct);
        var inviter = await db.People.Where(p => p.Id == found.InvitedBy.Value).Select(p => p.Name).SingleOrDefaultAsync(ct);

        return found.AcceptedAt is not null ? new InvitationView.Closed(InvitationFate.Accepted, merchant)
            : found.RevokedAt is not null ? new InvitationView.Closed(InvitationFate.Revoked, merchant)
            : !found.IsOpenAt(clock.GetUtcNow()) ? new InvitationView.Closed(InvitationFate.Expired, merchant)
            : new InvitationView.Open(found, merchant, inviter, (await db.FindByEmailAsync(found.Email, ct))?.Name);
    }
}

internal abstract record InvitationView
{
    private InvitationView()
    {
    }

    /// <param name="InvitedBy">A name; null where that account is gone.</param>
    /// <param name="Known">The name of whoever signs in with the invited address already; null: nobody does.</param>
    internal sealed record Open(Invitation Invitation, string MerchantName, string? InvitedBy, string? Known) : InvitationView;

    /// <param name="MerchantName">Null where we made no such invitation.</param>
    internal sealed record Closed(InvitationFate Why, string? MerchantName) : InvitationView;
}

internal enum InvitationFate
{
    /// <summary>Not one of ours, or not whole.</summary>
    Unknown,
    Expired,

    /// <summary>Taken back, or replaced by a newer one.</summary>
    Revoked,
    Accepted,
}
