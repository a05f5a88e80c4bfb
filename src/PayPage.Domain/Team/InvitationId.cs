namespace PayPage.Domain.Team;

public readonly record struct InvitationId(Guid Value)
{
    public static InvitationId New(IdSource ids) => new(ids.Next());

    /// <param name="text">As it is written: <c>ivt_</c> and 32 hexadecimal digits.</param>
    public static bool TryParse(string? text, out InvitationId id)
    {
        const string prefix = "ivt_";
        var isOne = Guid.TryParseExact(text?.StartsWith(prefix, StringComparison.Ordinal) == true ? text[prefix.Length..] : null, "N", out var value);
        id = new InvitationId(value);
        return isOne;
    }

    public override string ToString() => $"ivt_{Value:N}";
}
