namespace PayPage.Domain.Processors;

/// <summary>A processor's own form on our page: what a payer types there goes from its frames to the processor, and never to us.</summary>
/// <param name="Script">The processor's; it draws the form.</param>
/// <param name="PublicKey">Whose account it is. Payers' browsers may know it.</param>
/// <param name="Currency">As the script writes it.</param>
/// <param name="Ours">So many minor units of ours …</param>
/// <param name="Theirs">… are so many of the units in which the script counts.</param>
/// <param name="Sources">What browsers must let in for it.</param>
public sealed record PageForm(Uri Script, string PublicKey, string Currency, long Ours, long Theirs, FormSources Sources)
{
    /// <summary>As the script counts it: exact for every amount that the processor takes.</summary>
    public long UnitsOf(Money amount) => amount.Minor * Theirs / Ours;
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
