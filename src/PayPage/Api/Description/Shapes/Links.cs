#nullable disable
using System.ComponentModel;

namespace PayPage.Api.Description.Shapes;

internal sealed record LinkList
{
    public required IReadOnlyList<Link> Links { get; init; }
}

/// <summary>A link of a payer, without its address: that is a key, and told only to whoever makes the link.</summary>
internal record Link
{
    public required string Id { get; init; }

    [Description("active, opened, used, expired, revoked or closed.")]
    public required string Status { get; init; }

    public required bool Works { get; init; }

    public string WorksUntil { get; init; }

    [Description("Where it is for somebody else than the customer.")]
    public AnotherPayer Payer { get; init; }

    public required string CreatedAt { get; init; }

    [Description("When a person first opened it.")]
    public string OpenedAt { get; init; }

    public string RevokedAt { get; init; }

    [Description("The link whose place it took.")]
    public string Follows { get; init; }

    internal sealed record AnotherPayer
    {
        public string Name { get; init; }

        public string Email { get; init; }
    }
}

internal sealed record IssuedLink : Link
{
    [Description("Whoever has it can pay: treat it as a key.")]
    public required string Address { get; init; }

    public required string ShortAddress { get; init; }
}

internal sealed record NewLink
{
    [Description("Of the other payer.")]
    public required string Name { get; init; }

    public string Email { get; init; }

    [Description("Whether it goes to the address by e-mail at once.")]
    public bool Send { get; init; }
}
