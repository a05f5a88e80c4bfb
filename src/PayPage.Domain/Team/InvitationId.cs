namespace PayPage.Domain.Team;

public readonly record struct InvitationId(Guid Value)
{
    public static InvitationId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"ivt_{Value:N}";
}
