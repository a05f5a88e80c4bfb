namespace PayPage.Domain.Delivery;

/// <summary>What became of one try to send a mail or a text message.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <param name="Reply">What the server said to it, without addresses; null where there is nothing to tell.</param>
    public sealed record Accepted(string? Reply = null) : DeliveryOutcome;

    /// <summary>It will never be taken: no such address, or the like.</summary>
    /// <param name="Reason">Without addresses.</param>
    public sealed record Refused(string Reason) : DeliveryOutcome;

    /// <summary>Not now, or nobody knows: worth another try.</summary>
    /// <param name="Reason">Without addresses.</param>
    public sealed record Unknown(string Reason) : DeliveryOutcome;

    /// <summary>Not sent, because what it says is not so any more.</summary>
    public sealed record Needless(string Reason) : DeliveryOutcome;

    /// <summary>Not sent, because whoever sent it had lost the right to.</summary>
    public sealed record Held : DeliveryOutcome;
}
