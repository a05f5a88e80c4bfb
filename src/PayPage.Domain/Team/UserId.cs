namespace PayPage.Domain.Team;

/// <summary>A person who works in the back office. Belongs to no merchant: memberships say where he may work.</summary>
public readonly record struct UserId(Guid Value)
{
    private const string Prefix = "usr_";

    public static UserId New(IdSource ids) => new(ids.Next());

    /// <param name="text">As it is written: <c>usr_</c> and 32 hexadecimal digits.</param>
    public static bool TryParse(string? text, out UserId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new UserId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
