using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Team;

/// <summary>Offers somebody a place in a merchant's team, by mail. An earlier offer to the same address stops working: one person, one open invitation.</summary>
internal sealed class InviteColleague(WriteSeam write, PromiseToColleague promise, IdSource ids, TimeProvider clock)
{
    /// <summary>In 24 hours, by one merchant: nobody's team grows faster, and no stranger's mailbox is filled from here.</summary>
    internal const int MostPerDay = 50;

    /// <param name="email">As it was typed.</param>
    public async Task<Outcome> HandleAsync(MerchantId merchant, string? email, Role role, UserId invitedBy, CancellationToken ct) =>
        EmailAddress.TryParse(email, out var address)
            ? await write.RunAsync((unit, token) => InviteAsync(unit, new Offer(merchant, address, role, invitedBy), token), ct)
            : new Outcome.NoAddress();

    /// <summary>The same offer again, for another seven days.</summary>
    public Task<Outcome> AgainAsync(MerchantId merchant, InvitationId id, UserId invitedBy, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
            await unit.Db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.MerchantId == merchant && i.AcceptedAt == null, token) is { } earlier
                ? await InviteAsync(unit, new Offer(merchant, earlier.Email, earlier.Role, invitedBy), token)
                : new Outcome.NoSuchInvitation(),
        ct);

    /// <summary>Within the unit of work that makes the merchant too.</summary>
    /// <param name="address">As <see cref="EmailAddress.TryParse"/> gives it.</param>
    public Task InAsync(Unit unit, MerchantId merchant, string address, Role role, UserId invitedBy, CancellationToken ct) =>
        InviteAsync(unit, new Offer(merchant, address, role, invitedBy), ct);

    private async Task<Outcome> InviteAsync(Unit unit, Offer offer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (await IsInTeamAsync(unit, offer, ct))
        {
            return new Outcome.AlreadyHere();
        }

        if (await unit.Db.Invitations.CountAsync(i => i.MerchantId == offer.Merchant && i.CreatedAt > now.AddDays(-1), ct) >= MostPerDay)
        {
            return new Outcome.TooMany();
        }

        await unit.RevokeToAsync(offer.Merchant, offer.Email, now, ct);

        var invitation = new Invitation
        {
            Id = InvitationId.New(ids),
            MerchantId = offer.Merchant,
            Email = offer.Email,
            Role = offer.Role,
            InvitedBy = offer.InvitedBy,
            CreatedAt = now,
            ExpiresAt = now + Invitation.Life,
        };
        unit.Db.Invitations.Add(invitation);
        promise.OfInvitation(unit, invitation);
        return new Outcome.Invited(invitation.Email);
    }

    private static async Task<bool> IsInTeamAsync(Unit unit, Offer offer, CancellationToken ct) =>
        await unit.Db.FindByEmailAsync(offer.Email, ct) is { } known
        && await unit.Db.Memberships.AnyAsync(m => m.MerchantId == offer.Merchant && m.UserId == new UserId(known.Id), ct);

    private sealed record Offer(MerchantId Merchant, string Email, Role Role, UserId InvitedBy);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Invited(string Email) : Outcome;

        internal sealed record NoAddress : Outcome;

        internal sealed record AlreadyHere : Outcome;

        internal sealed record TooMany : Outcome;

        internal sealed record NoSuchInvitation : Outcome;
    }
}
