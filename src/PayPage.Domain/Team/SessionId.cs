namespace PayPage.Domain.Team;

/// <summary>One browser in which a person is signed in.</summary>
public readonly record struct SessionId(Guid Value)
{
    public static SessionId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"ses_{Value:N}";
}
