namespace PayPage.Domain.Team;

/// <summary>One browser in which a person is signed in.</summary>
public readonly record struct SessionId(Guid Value)
{
    private const string Prefix = "ses_";

    public static SessionId New(IdSource ids) => new(ids.Next());

    /// <param name="text">As it is written: <c>ses_</c> and 32 hexadecimal digits.</param>
    public static bool TryParse(string? text, out SessionId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new SessionId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
