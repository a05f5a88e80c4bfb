using PayPage.Domain.Inbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>A processor's event as it came.</summary>
internal sealed record ReceivedEvent(string EventId, string Type, string Body)
{
    public InboxEvent Stored(ProcessorAccountId account, PaymentId? payment, InboxVerdict verdict, DateTimeOffset at) => new()
    {
        AccountId = account,
        EventId = EventId,
        Type = Type,
        Body = Body,
        PaymentId = payment,
        Verdict = verdict,
        ReceivedAt = at,
    };
}
