namespace PayPage.Domain.Delivery;

/// <summary>Hands a text message to whatever carries text messages. Never throws for what a server or a disk does.</summary>
public interface ISmsSender
{
    /// <param name="mayLeave">Asked at the last moment; a no gives <see cref="DeliveryOutcome.Held"/>.</param>
    Task<DeliveryOutcome> SendAsync(SmsMessage message, MayLeave mayLeave, CancellationToken ct);
}

/// <param name="Id">Made from the outbox message's id, so it is the same at each try.</param>
/// <param name="To">E.164, e.g. <c>+31612345678</c>.</param>
public sealed record SmsMessage(string Id, string To, string Text, DateTimeOffset Date);
