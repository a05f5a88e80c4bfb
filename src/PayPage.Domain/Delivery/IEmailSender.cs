namespace PayPage.Domain.Delivery;

/// <summary>Hands an e-mail to whatever carries e-mail. Never throws for what a server or a disk does.</summary>
public interface IEmailSender
{
    /// <summary>May be repeated: the same <see cref="EmailMessage.MessageId"/> marks the same mail.</summary>
    /// <param name="mayLeave">Asked at the last moment before the mail itself is handed over; a no gives <see cref="DeliveryOutcome.Held"/>.</param>
    Task<DeliveryOutcome> SendAsync(EmailMessage mail, MayLeave mayLeave, CancellationToken ct);
}

/// <summary>Whether whoever sends still has the right to: a process that was stopped for a while may have lost it.</summary>
public delegate Task<bool> MayLeave(CancellationToken ct);

/// <param name="MessageId">Without angle brackets; made from the outbox message's id, so it is the same at each try.</param>
/// <param name="FromName">The merchant's name, or the product's; the address is the installation's own.</param>
/// <param name="ReplyTo">The merchant's address; null where nobody answers.</param>
/// <param name="To">One mailbox.</param>
public sealed record EmailMessage(
    string MessageId, string FromName, string? ReplyTo, string To, string Subject, string Text, string Html, string Language, DateTimeOffset Date)
{
    /// <summary>Shown inside the HTML part by its <see cref="MailFile.ContentId"/>; null: none. Nothing in a mail is fetched from afar.</summary>
    public MailFile? Picture { get; init; }

    /// <summary>What the reader may keep, such as the invoice as a PDF.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];
}

/// <param name="Name">Letters, digits, dots, hyphens: safe in a header and as a file's name anywhere.</param>
/// <param name="ContentType">E.g. <c>application/pdf</c>.</param>
public sealed record MailFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>What the HTML calls a picture after <c>cid:</c> (RFC 2392): in the shape of an address, as RFC 2045 7 wants it.</summary>
    public string ContentId => $"{Name}@paypage";
}
