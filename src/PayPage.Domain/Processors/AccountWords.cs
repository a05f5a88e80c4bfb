namespace PayPage.Domain.Processors;

/// <summary>What a person typed to connect an account at a processor.</summary>
/// <param name="SecretKey">Blank on a change: the key stays.</param>
/// <param name="SigningSecret">Blank: nothing is added. With one that is there already it makes two, so that one may replace the other in peace.</param>
/// <param name="DropsOldSecret">Only the newest signing secret is believed from now on.</param>
/// <param name="Style">The name of a <see cref="CheckoutStyle"/>.</param>
public sealed record AccountWords(string? SecretKey, string? PublicKey, string? SigningSecret, bool DropsOldSecret, string? Style)
{
    // Never in a log, not even by accident.
    public override string ToString() => "(keys)";
}

/// <summary>Knows what a processor's keys look like. One for each processor whose accounts people connect themselves. Calls nobody.</summary>
public interface IAccountReader
{
    ProcessorKind Kind { get; }

    /// <param name="known">Of the account that is changed; null for a new one.</param>
    /// <param name="mode">Of the account that is changed; null for a new one.</param>
    AccountReading Read(AccountWords words, ProcessorSecrets? known, Mode? mode);
}

public abstract record AccountReading
{
    private AccountReading()
    {
    }

    /// <param name="KeyEnd">The last characters of the key, by which people tell keys apart; null where the key stays.</param>
    public sealed record Read(ProcessorSecrets Secrets, string? PublicKey, Mode Mode, CheckoutStyle Style, string? KeyEnd) : AccountReading;

    /// <param name="Faults">What is wrong and what to do, by the member of <see cref="AccountWords"/>; never what was typed.</param>
    public sealed record Faulty(IReadOnlyDictionary<string, string> Faults) : AccountReading;
}
