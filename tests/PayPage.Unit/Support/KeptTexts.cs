using System.Collections.Concurrent;
using PayPage.Domain.Delivery;

namespace PayPage.Unit.Support;

/// <summary>Keeps the text messages that would have been sent, or answers what a test wants.</summary>
internal sealed class KeptTexts : ISmsSender
{
    public ConcurrentQueue<SmsMessage> Sent { get; } = [];

    public Func<SmsMessage, DeliveryOutcome> Answer { get; set; } = _ => new DeliveryOutcome.Accepted();

    public async Task<DeliveryOutcome> SendAsync(SmsMessage message, MayLeave mayLeave, CancellationToken ct)
    {
        if (!await mayLeave(ct))
        {
            return new DeliveryOutcome.Held();
        }

        var outcome = Answer(message);

        if (outcome is DeliveryOutcome.Accepted)
        {
            Sent.Enqueue(message);
        }

        return outcome;
    }
}
