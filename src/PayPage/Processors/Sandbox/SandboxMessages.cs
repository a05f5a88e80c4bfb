using PayPage.Domain;
using PayPage.Domain.Payments;

namespace PayPage.Processors.Sandbox;

// What the sandbox sends, member by member (snake case on the wire). All optional: what is missing is judged, not assumed.
internal sealed record SandboxPayment(
    string? Id, string? ClientReference, string? Status, long Amount, string? Currency, Uri? PayerUrl, string? DeclineReason,
    SandboxCard? Card, SandboxBank? Bank)
{
    /// <returns>Null when it cannot be read as news of one of our payments.</returns>
    public ProcessorNews? InOurWords()
    {
        ProcessorState? state = Status switch
        {
            "open" => ProcessorState.Open,
            "processing" => ProcessorState.Processing,
            "succeeded" => ProcessorState.Succeeded,
            "failed" => ProcessorState.Declined,
            "expired" => ProcessorState.Expired,
            "canceled" => ProcessorState.Canceled,
            _ => null,
        };

        // A payment that was canceled before it was ever opened has no amount.
        var amount = Amount > 0 && Domain.Currency.TryParse(Currency, out var currency) ? new Money(Amount, currency) : (Money?)null;

        return state is { } known && Ids.Payment(ClientReference) is { } ours
            ? new ProcessorNews(ours, Id, known, amount, PayerUrl, InstrumentOf(Card, Bank)) { DeclineReason = DeclineReason }
            : null;
    }

    public static string? InstrumentOf(SandboxCard? paid, SandboxBank? bank) => paid is { } card ? $"{BrandName(card.Brand)} •••• {card.Last4}" : bank?.Name;

    // As the companies write themselves, for people.
    private static string BrandName(string? brand) => brand switch
    {
        "visa" => "Visa",
        "mastercard" => "Mastercard",
        "amex" => "American Express",
        _ => brand ?? "Card",
    };
}

internal sealed record SandboxCard(string? Brand, string? Last4);

internal sealed record SandboxBank(string? Code, string? Name);

internal sealed record SandboxRefund(
    string? Id, string? ClientReference, string? Status, string? PaymentId = null, long Amount = 0, string? Currency = null, string? FailureReason = null)
{
    public RefundNews? InOurWords()
    {
        RefundState? state = Status switch
        {
            "pending" => RefundState.Pending,
            "succeeded" => RefundState.Succeeded,
            "failed" => RefundState.Failed,
            _ => null,
        };

        // Whoever calls the sandbox himself may name a refund as he likes: then it is known by its payment.
        var ours = Ids.Refund(ClientReference);

        return state is { } known && Id is not null && (ours is not null || PaymentId is not null)
            ? new RefundNews(ours, Id, known)
            {
                MoneyReference = PaymentId,
                Amount = Amount > 0 && Domain.Currency.TryParse(Currency, out var currency) ? new Money(Amount, currency) : null,
                Reason = FailureReason,
            }
            : null;
    }
}

internal sealed record SandboxDispute(string? Id, string? PaymentId, string? Status, long Amount, string? Currency, string? Reason, DateTimeOffset? EvidenceDueBy)
{
    /// <param name="at">When the sandbox said so.</param>
    /// <returns>Null when it cannot be read as news of a dispute.</returns>
    public DisputeNews? InOurWords(DateTimeOffset? at)
    {
        DisputeState? state = Status switch
        {
            "inquiry" => DisputeState.Inquiry,
            "needs_response" => DisputeState.NeedsAnswer,
            "under_review" => DisputeState.UnderReview,
            "won" => DisputeState.Won,
            "lost" => DisputeState.Lost,
            "closed" => DisputeState.Closed,
            _ => null,
        };

        return state is { } known && Id is not null && PaymentId is not null && Amount > 0 && Domain.Currency.TryParse(Currency, out var currency)
            ? new DisputeNews(Id, PaymentId, known, new Money(Amount, currency), Reason, EvidenceDueBy) { At = at }
            : null;
    }
}

/// <summary>A line of a statement.</summary>
internal sealed record SandboxMovement(
    string? Id, string? Kind, string? ClientReference, string? PaymentId, long Amount, string? Currency, string? Status, string? Method, SandboxCard? Card, SandboxBank? Bank,
    DateTimeOffset? At)
{
    /// <returns>Null when it cannot be read.</returns>
    public Movement? InOurWords()
    {
        if (Id is not { } id || At is not { } at || Amount <= 0 || !Domain.Currency.TryParse(Currency, out var currency))
        {
            return null;
        }

        var amount = new Money(Amount, currency);

        return Kind switch
        {
            "payment" => new Movement.In(
                id, amount, at, Ids.Payment(ClientReference), Method == "bank" ? PaymentMethod.Bank : PaymentMethod.Card, SandboxPayment.InstrumentOf(Card, Bank)),
            "refund" when new SandboxRefund(id, ClientReference, Status, PaymentId ?? "").InOurWords() is { } news =>
                new Movement.Back(id, amount, at, news.RefundId, PaymentId, news.State),
            _ => null,
        };
    }
}

/// <param name="HasMore">Null where the sandbox does not say.</param>
internal sealed record SandboxPage<T>(IReadOnlyList<T>? Data, bool? HasMore = null);

internal sealed record SandboxFault(SandboxFaultDetail? Error);

internal sealed record SandboxFaultDetail(string? Type, string? Message);
