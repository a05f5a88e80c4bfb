namespace PayPage.Data.Users;

/// <summary>What rooms beside SignIn may know of an account.</summary>
public sealed class PersonRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>In capitals, as it is looked up.</summary>
    public required string NormalizedEmail { get; init; }

    public required bool IsOperator { get; init; }

    public required string? SecurityStamp { get; init; }
}
