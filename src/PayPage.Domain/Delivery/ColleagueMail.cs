using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.Domain.Delivery;

/// <summary>What a mail about a person's own account tells, before it has words. In English, as the back office is. The words are in Delivery/Email.</summary>
public abstract record ColleagueMail
{
    private ColleagueMail()
    {
    }

    public required MailHead Head { get; init; }

    /// <summary>The host that the reader knows from his browser.</summary>
    public required string Host { get; init; }

    /// <summary>What the reader may keep.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];

    /// <summary>You are invited to work here.</summary>
    /// <param name="InvitedBy">The name of whoever invites.</param>
    /// <param name="Link">Where it is accepted.</param>
    /// <param name="Until">It works before this instant.</param>
    public sealed record OfInvitation(string InvitedBy, Role Role, Uri Link, DateTimeOffset Until) : ColleagueMail;

    /// <summary>Here is what you asked for: set your password anew.</summary>
    /// <param name="For">How long the link works.</param>
    public sealed record OfReset(string Name, Uri Link, TimeSpan For) : ColleagueMail;

    /// <summary>Your password was changed.</summary>
    /// <param name="Help">Where it is set anew by whoever did not do that.</param>
    public sealed record OfPassword(string Name, DateTimeOffset At, Uri Help) : ColleagueMail;

    /// <summary>Here is a report.</summary>
    /// <param name="From">The first day that it tells of, and <paramref name="To"/> the last; null: all.</param>
    /// <param name="Sums">What comes to what, in words for people.</param>
    /// <param name="Link">Where it can be seen by whoever may.</param>
    /// <param name="IsAttached">Whether its file goes with the mail.</param>
    public sealed record OfReport(
        string Name, DateOnly? From, DateOnly? To, IReadOnlyList<(string Label, string Value)> Sums, Uri Link, bool IsAttached, Mode Mode) : ColleagueMail;

    /// <summary>What you sign in with beside the password was changed; this is how it is now.</summary>
    /// <param name="Account">Where it is looked at and changed.</param>
    public sealed record OfSecurity(string Name, DateTimeOffset At, SecondFactors Now, Uri Account) : ColleagueMail;

    /// <summary>A file of invoices came in; nothing is made of it yet.</summary>
    /// <param name="Link">Where it is looked at.</param>
    public sealed record OfBatchReceived(string Name, BatchCard Batch, Uri Link) : ColleagueMail;

    /// <summary>The file was held against the rules, or could not be read.</summary>
    public sealed record OfBatchValidated(string Name, BatchCard Batch, Uri Link) : ColleagueMail;

    /// <summary>What became of its rows. The result file is attached where it is small.</summary>
    public sealed record OfBatchProcessed(string Name, BatchCard Batch, Uri Link) : ColleagueMail;

    /// <summary>From now on your payments go through this account. Whoever did not do that must hear of it.</summary>
    /// <param name="OwnId">The processor's own name for the account; null where it has none.</param>
    /// <param name="Page">Where it is looked at and changed.</param>
    public sealed record OfAccountInUse(string Merchant, string Processor, string? OwnId, Mode Mode, DateTimeOffset At, Uri Page) : ColleagueMail;

    /// <summary>Your processor does not accept your key, and nobody can pay until somebody mends that.</summary>
    /// <param name="KeyEnd">The last characters of the key; null where nobody typed one.</param>
    public sealed record OfRefusedKey(string Merchant, string Processor, string? KeyEnd, DateTimeOffset Since, Uri Page) : ColleagueMail;

    /// <summary>Too many tries through a link were declined: it takes no payments until somebody says so.</summary>
    /// <param name="Payer">Whose link it is; null where he has no name.</param>
    /// <param name="Page">The invoice's, where it can be lifted.</param>
    public sealed record OfBarredLink(string Number, string? Payer, int Declines, Mode Mode, Uri Page) : ColleagueMail;

    /// <summary>Unusually many of your last payments were declined: somebody may be trying cards.</summary>
    /// <param name="Number">The invoice whose payment was declined last.</param>
    public sealed record OfManyDeclines(string Merchant, int Declined, int Tries, string Number, Mode Mode, Uri Page) : ColleagueMail;

    /// <summary>An endpoint of yours fails, or was given up.</summary>
    /// <param name="Url">Its address without its query, which may hold a secret.</param>
    /// <param name="FailingSince">Null where it asked to be left alone at its first failure.</param>
    /// <param name="Because">Why it was given up; null while we go on.</param>
    /// <param name="Page">Where its log is.</param>
    public sealed record OfWebhook(string Url, DateTimeOffset? FailingSince, string? Because, Uri Page) : ColleagueMail;

    /// <summary>A payer disputes a payment at his bank, or the bank has decided.</summary>
    /// <param name="IsLastCall">Whether it is said for the second time, shortly before the bank waits no longer.</param>
    /// <param name="Page">Where all of it stands, with the file of evidence.</param>
    public sealed record OfDispute(DisputeCard Dispute, bool IsLastCall, Uri Page) : ColleagueMail;
}

/// <summary>Whose name and looks stand over a mail: a merchant's, or the product's where no merchant is meant.</summary>
/// <param name="ReplyTo">Who answers questions; null: nobody does.</param>
/// <param name="Picture">The logo; null: the name's first letter stands for it.</param>
public sealed record MailHead(string Name, string? ReplyTo, BrandColor? Color = null, MailFile? Picture = null);

/// <summary>Finds the words for a mail about an account.</summary>
public interface IColleagueMailComposer
{
    /// <param name="mail">What it tells.</param>
    /// <param name="to">One mailbox.</param>
    /// <param name="messageId">See <see cref="EmailMessage"/>.</param>
    EmailMessage Compose(ColleagueMail mail, string to, string messageId, DateTimeOffset date);
}

/// <summary>A file of invoices, for a mail about it.</summary>
/// <param name="At">When it came, in the merchant's zone.</param>
/// <param name="Good">Invoices that keep the rules.</param>
/// <param name="Bad">Invoices that do not.</param>
/// <param name="Created">Invoices that were made.</param>
/// <param name="NotMadeRows">Rows of which nothing was made, with a reason each.</param>
/// <param name="Sums">What the good ones come to, each currency by itself.</param>
/// <param name="Refusal">Why it could not be read; null where it could.</param>
/// <param name="Mode">In test mode the subject says so.</param>
public sealed record BatchCard(
    string FileName, string Reference, DateTimeOffset At, int Rows, int Good, int Bad, int Created, int NotMadeRows, IReadOnlyList<Money> Sums, string? Refusal, Mode Mode);
