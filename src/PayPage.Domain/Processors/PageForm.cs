namespace PayPage.Domain.Processors;

/// <summary>A processor's own form on our page: what a payer types there goes from its frames to the processor, and never to us.</summary>
/// <param name="Script">The processor's; it draws the form.</param>
/// <param name="PublicKey">Whose account it is. Payers' browsers may know it.</param>
/// <param name="Currency">As the script writes it.</param>
/// <param name="Factor">How many of the script's units make one minor unit of ours; 1 or more.</param>
/// <param name="Sources">What browsers must let in for it.</param>
public sealed record PageForm(Uri Script, string PublicKey, string Currency, long Factor, FormSources Sources)
{
    /// <exception cref="OverflowException">More than the script can count.</exception>
    public long UnitsOf(Money amount) => checked(amount.Minor * Factor);
}

/// <summary>Origins, as a content security policy lists them: several with a space between.</summary>
/// <param name="Scripts">From where its script comes, and the scripts that this one brings.</param>
/// <param name="Frames">In which payers type, and banks ask for their approval.</param>
/// <param name="Connections">Whom its script talks to.</param>
/// <param name="Wallets">One origin, whose frames may ask the browser for a payment from a wallet.</param>
public sealed record FormSources(string Scripts, string Frames, string Connections, string Wallets);

/// <summary>The forms of one processor. Asks nobody.</summary>
public interface IPageForms
{
    ProcessorKind Kind { get; }

    /// <returns>Null when the processor cannot take this currency.</returns>
    PageForm? Of(string publicKey, Currency currency);
}
