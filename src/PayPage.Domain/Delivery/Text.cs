namespace PayPage.Domain.Delivery;

/// <summary>What a text message tells, before it has words. The words are in Delivery/Sms.</summary>
public abstract record Text
{
    private Text()
    {
    }

    public required string MerchantName { get; init; }

    public required string InvoiceNumber { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>The short form of the link.</summary>
    public required Uri Link { get; init; }

    /// <summary>BCP 47 tag of the reader's language; null: the house's.</summary>
    public string? Language { get; init; }

    /// <summary>Here is your invoice.</summary>
    public sealed record OfInvoice(Money Due, DateOnly DueDate) : Text;

    /// <summary>Here is the new link you asked for.</summary>
    public sealed record OfFreshLink : Text;

    /// <summary>Thank you: what was paid, and what is left (0 when nothing is).</summary>
    public sealed record OfReceipt(Money Amount, string Reference, Money Left) : Text;
}

/// <summary>Finds the words for a text message.</summary>
public interface ITextComposer
{
    string Compose(Text text);
}
