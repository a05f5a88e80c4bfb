namespace PayPage.Domain.Processors;

/// <summary>What a processor says when it is asked whether an account works. Nothing is changed there.</summary>
public abstract record AccountCheck
{
    private AccountCheck()
    {
    }

    /// <param name="OwnId">The processor's own name for the account.</param>
    /// <param name="Name">As the account is called there; null where it has no name.</param>
    /// <param name="Mode">Of the key.</param>
    /// <param name="TakesMoney">Whether payers can be charged yet.</param>
    public sealed record Works(string OwnId, string? Name, Mode Mode, bool TakesMoney) : AccountCheck;

    /// <summary>The key is wrong, expired, or may do too little.</summary>
    public sealed record KeyRefused(string Reason) : AccountCheck;

    public sealed record NoAnswer : AccountCheck;
}
