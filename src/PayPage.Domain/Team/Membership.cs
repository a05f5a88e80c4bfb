using PayPage.Domain.Merchants;

namespace PayPage.Domain.Team;

/// <summary>That a person works for a merchant, and as what. A person may work for several.</summary>
public sealed class Membership
{
    public required MerchantId MerchantId { get; init; }

    public required UserId UserId { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; private set; }
}
