namespace PayPage.Domain.Team;

/// <summary>A person who works in the back office. Belongs to no merchant: memberships say where he may work.</summary>
public readonly record struct UserId(Guid Value)
{
    public static UserId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"usr_{Value:N}";
}
