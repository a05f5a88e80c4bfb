using System.Text.RegularExpressions;
using PayPage.Domain.Inbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>A processor's event as it came.</summary>
internal sealed partial record ReceivedEvent(string EventId, string Type, string Body)
{
    public InboxEvent Stored(ProcessorAccountId account, PaymentId? payment, InboxVerdict verdict, DateTimeOffset at) => new()
    {
        AccountId = account,
        EventId = EventId,
        Type = Type,
        Body = BrowserSecret().Replace(Body, "$1\"removed\""),
        PaymentId = payment,
        Verdict = verdict,
        ReceivedAt = at,
    };

    /// <summary>What would let a browser go on with a payment is in Stripe's events, and of use to nobody here.</summary>
    [GeneratedRegex("(\"client_secret\"\\s*:\\s*)\"[^\"]*\"")]
    private static partial Regex BrowserSecret();
}
