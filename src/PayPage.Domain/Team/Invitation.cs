using PayPage.Domain.Merchants;

namespace PayPage.Domain.Team;

/// <summary>An offer to join a merchant's team, sent by mail. Its address is sealed anew whenever it is written and never kept.</summary>
public sealed class Invitation
{
    /// <summary>How long it may be accepted.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public required InvitationId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required string Email { get; init; }

    public required Role Role { get; init; }

    public required UserId InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null until it was accepted: it works once.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Null unless it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;

    /// <summary>Whether whoever signs in with this address is meant.</summary>
    public bool IsFor(string email) => Email.Equals(email, StringComparison.OrdinalIgnoreCase);

    public void Accept(DateTimeOffset now) => AcceptedAt = IsOpenAt(now) ? now : throw new InvariantException($"{Id} is not open.");

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
