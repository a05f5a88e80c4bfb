namespace PayPage.Domain.Delivery;

/// <summary>Hands an e-mail to whatever carries e-mail. Never throws for what a server or a disk does.</summary>
public interface IEmailSender
{
    /// <summary>May be repeated: the same <see cref="EmailMessage.MessageId"/> marks the same mail.</summary>
    Task<DeliveryOutcome> SendAsync(EmailMessage mail, CancellationToken ct);
}

/// <param name="MessageId">Without angle brackets; made from the outbox message's id, so it is the same at each try.</param>
/// <param name="FromName">The merchant's name; the address is the installation's own.</param>
/// <param name="ReplyTo">The merchant's address.</param>
/// <param name="To">One mailbox.</param>
public sealed record EmailMessage(
    string MessageId, string FromName, string ReplyTo, string To, string Subject, string Text, string Html, string Language, DateTimeOffset Date);

public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    public sealed record Accepted : DeliveryOutcome;

    /// <summary>It will never be taken: no such address, or the like.</summary>
    /// <param name="Reason">Without addresses.</param>
    public sealed record Refused(string Reason) : DeliveryOutcome;

    /// <summary>Not now, or nobody knows: worth another try.</summary>
    /// <param name="Reason">Without addresses.</param>
    public sealed record Unknown(string Reason) : DeliveryOutcome;
}
