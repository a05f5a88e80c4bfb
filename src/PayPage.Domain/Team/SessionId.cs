namespace PayPage.Domain.Team;

/// <summary>One browser in which a person is signed in.</summary>
public readonly record struct SessionId(Guid Value)
{
    public static SessionId New(IdSource ids) => new(ids.Next());

    /// <param name="text">As it is written: <c>ses_</c> and 32 hexadecimal digits.</param>
    public static bool TryParse(string? text, out SessionId id)
    {
        const string prefix = "ses_";
        var isOne = Guid.TryParseExact(text?.StartsWith(prefix, StringComparison.Ordinal) == true ? text[prefix.Length..] : null, "N", out var value);
        id = new SessionId(value);
        return isOne;
    }

    public override string ToString() => $"ses_{Value:N}";
}
