namespace PayPage.Sandbox.Api;

internal sealed record PaymentRequest : IRequest
{
    private const int LongestText = 500;
    private const int LongestUrl = 8000;
    private const int MostDecimals = 4;

    public string ClientReference { get; init; } = "";

    /// <summary>In minor units.</summary>
    public long Amount { get; init; }

    public string Currency { get; init; } = "";

    /// <summary>Decimals of the currency, for the pages. Default 2.</summary>
    public int Exponent { get; init; } = 2;

    public string Method { get; init; } = "";

    public string? Bank { get; init; }

    public string? Description { get; init; }

    public string? MerchantName { get; init; }

    public string ReturnUrl { get; init; } = "";

    public string WebhookUrl { get; init; } = "";

    /// <summary>How long the payment stays open; null for the sandbox's own hold time.</summary>
    public int? HoldSeconds { get; init; }

    public Problem? FirstProblem() =>
        Checks.Reference(ClientReference)
        ?? Checks.Amount(Amount)
        ?? Checks.Demand(Currency is { Length: 3 } && Currency.All(char.IsAsciiLetter), "currency", "must be three letters.")
        ?? Checks.Demand(Exponent is >= 0 and <= MostDecimals, "exponent", "must be 0 to 4.")
        ?? Checks.Demand(Method is "card" or "bank", "method", "must be card or bank.")
        ?? Checks.Demand(Bank is null || (Method == "bank" && Payments.Banks.Find(Bank) is not null), "bank", "is not a bank of the list.")
        ?? Checks.Demand(Description is not { Length: > LongestText }, "description", "is longer than 500 characters.")
        ?? Checks.Demand(MerchantName is not { Length: > LongestText }, "merchant_name", "is longer than 500 characters.")
        ?? Checks.Demand(IsWebAddress(ReturnUrl), "return_url", "must be an absolute http or https address.")
        ?? Checks.Demand(IsWebAddress(WebhookUrl), "webhook_url", "must be an absolute http or https address.")
        ?? Checks.Demand(HoldSeconds is null or (>= 60 and <= 86_400), "hold_seconds", "must be 60 to 86400.");

    private static bool IsWebAddress(string? text) =>
        text is { Length: <= LongestUrl } && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}

internal sealed record CancelRequest : IRequest
{
    public string ClientReference { get; init; } = "";

    public Problem? FirstProblem() => Checks.Reference(ClientReference);
}

internal sealed record RefundRequest : IRequest
{
    public string ClientReference { get; init; } = "";

    /// <summary>In minor units.</summary>
    public long Amount { get; init; }

    public Problem? FirstProblem() => Checks.Reference(ClientReference) ?? Checks.Amount(Amount);
}

/// <summary>What a payer does, for tests: exactly one member.</summary>
internal sealed record SimulateRequest : IRequest
{
    /// <summary>The number of a test card; spaces are allowed.</summary>
    public string? Card { get; init; }

    /// <summary>complete or fail, for a card that asked for 3-D Secure.</summary>
    public string? Challenge { get; init; }

    /// <summary>approve, refuse, pending_success or pending_failure.</summary>
    public string? Bank { get; init; }

    public string CardDigits => (Card ?? "").Replace(" ", "", StringComparison.Ordinal);

    public Problem? FirstProblem() =>
        Checks.Demand(new[] { Card, Challenge, Bank }.Count(v => v is not null) == 1, "card", "or challenge or bank: give exactly one.")
        ?? Checks.Demand(Card is null || TestCards.TestTable.FindCard(CardDigits) is not null, "card", "is not a test card.")
        ?? Checks.Demand(Challenge is null or "complete" or "fail", "challenge", "must be complete or fail.")
        ?? Checks.Demand(Bank is null || Payments.PayByBank.Decisions.Contains(Bank), "bank", "is not one of the decisions.");

    // The compiler's own would print the number.
    public override string ToString() => nameof(SimulateRequest);
}

internal sealed record SettleRequest : IRequest
{
    public string Outcome { get; init; } = "";

    public bool Succeeded => Outcome == "succeeded";

    public Problem? FirstProblem() => Checks.Demand(Outcome is "succeeded" or "failed", "outcome", "must be succeeded or failed.");
}

internal static class Checks
{
    private const int LongestReference = 64;

    public static Problem? Demand(bool met, string field, string otherwise) => met ? null : new Problem(field, $"{field} {otherwise}");

    public static Problem? Reference(string? text) =>
        Demand(text is { Length: > 0 and <= LongestReference }, "client_reference", "must have 1 to 64 characters.");

    public static Problem? Amount(long minor) => Demand(minor > 0, "amount", "must be above 0, in minor units.");
}
