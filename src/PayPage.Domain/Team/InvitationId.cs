namespace PayPage.Domain.Team;

public readonly record struct InvitationId(Guid Value)
{
    private const string Prefix = "ivt_";

    public static InvitationId New(IdSource ids) => new(ids.Next());

    /// <param name="text">As it is written: <c>ivt_</c> and 32 hexadecimal digits.</param>
    public static bool TryParse(string? text, out InvitationId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new InvitationId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
