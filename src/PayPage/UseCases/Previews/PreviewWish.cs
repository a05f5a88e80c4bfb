namespace PayPage.UseCases.Previews;

/// <summary>Which preview somebody wants. It holds all that a preview is made of beside the database, so it can travel in an address.</summary>
internal sealed record PreviewWish
{
    public PreviewKind Kind { get; init; }

    public PreviewState State { get; init; }

    /// <summary>Of a saved invoice; null: what is being written in <see cref="Fields"/>, else a sample.</summary>
    public string? Number { get; init; }

    /// <summary>What stands in a form and is not saved, by the names in docs/preview.md. Those of the invoice form win over <see cref="Number"/>.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>BCP 47 tag; null: the invoice's, else the merchant's.</summary>
    public string? Language { get; init; }

    public bool IsDark { get; init; }

    /// <summary>On a desk rather than on a phone.</summary>
    public bool IsWide { get; init; }
}

internal enum PreviewKind
{
    Page,
    Mail,

    /// <summary>The mail that tells the merchant of a payment.</summary>
    Confirmation,

    /// <summary>The reminder before the due date.</summary>
    Reminder,

    /// <summary>The one after it.</summary>
    Overdue,

    Text,
    Paper,
}

/// <summary>How things may stand with a link when its payer looks: the states of rules of money and links 2.5, and what a payer notices within them.</summary>
internal enum PreviewState
{
    /// <summary>Sent, and opened by nobody.</summary>
    Unopened,

    /// <summary>Opened, and nearly over.</summary>
    LastMinutes,

    Expired,

    /// <summary>The bank said no to the last try; another may be made.</summary>
    Declined,

    /// <summary>A payment is open on another device, or by somebody else.</summary>
    InFlight,

    /// <summary>The payer's own payment is open in this browser.</summary>
    InFlightOwn,

    /// <summary>Paid in part: the link for the rest.</summary>
    PartPaid,

    /// <summary>The bank has agreed, the money is on its way.</summary>
    BankPending,

    /// <summary>Paid in full through this link.</summary>
    Paid,

    Canceled,

    /// <summary>Settled another way: this link was not needed any more.</summary>
    Closed,

    /// <summary>The merchant took the link back.</summary>
    Revoked,
}
