namespace PayPage.Domain.Invoices.Intake;

/// <summary>What is wrong with one field of a proposal.</summary>
/// <param name="Field">Our own path, see <see cref="ProposalFields"/>; each door has its own names for them.</param>
/// <param name="Message">Plain English for people: what is wrong, and what to do. Never repeats what was received.</param>
public sealed record FieldFault(string Field, FaultKind Kind, string Message)
{
    /// <summary>Seen by the reader where the proposal itself forbids the link, and later where the merchant's or the customer's default does.</summary>
    public static readonly FieldFault TextNeedsLink = new(
        ProposalFields.Delivery, FaultKind.Invalid,
        "A text message is nothing but a link. Include the link to pay, or choose not to send the invoice by text message.");
}

public enum FaultKind
{
    Missing,
    Invalid,
}

/// <summary>What reading a proposal came to.</summary>
public abstract record ProposalReading
{
    private ProposalReading()
    {
    }

    public sealed record Read(NewInvoice Invoice) : ProposalReading;

    /// <param name="Faults">All that could be found at once, at least one, and at most one for each field.</param>
    public sealed record Faulty(IReadOnlyList<FieldFault> Faults) : ProposalReading;
}
