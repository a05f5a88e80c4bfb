namespace PayPage.Sandbox.Payments;

internal enum PaymentStatus
{
    Open,
    Processing,
    Succeeded,
    Failed,
    Canceled,
    Expired,
}

/// <summary>Every move a payment may make, each with the reason for it. Anything absent is forbidden.</summary>
internal static class PaymentStates
{
    public static readonly IReadOnlyList<(PaymentStatus From, PaymentStatus To, string Because)> Moves =
    [
        (PaymentStatus.Open, PaymentStatus.Processing, "the payer agreed and the money is on its way"),
        (PaymentStatus.Open, PaymentStatus.Succeeded, "the payer paid"),
        (PaymentStatus.Open, PaymentStatus.Failed, "the card or the bank refused"),
        (PaymentStatus.Open, PaymentStatus.Canceled, "the payer or the merchant gave up"),
        (PaymentStatus.Open, PaymentStatus.Expired, "nobody paid in time"),
        (PaymentStatus.Processing, PaymentStatus.Succeeded, "the money arrived"),
        (PaymentStatus.Processing, PaymentStatus.Failed, "the money did not arrive"),
    ];

    private static readonly Dictionary<PaymentStatus, string> Origins = Moves.GroupBy(m => m.To)
        .ToDictionary(g => g.Key, g => string.Join(", ", g.Select(m => $"'{m.From.Text()}'")));

    private static readonly Dictionary<string, PaymentStatus> ByText = Enum.GetValues<PaymentStatus>().ToDictionary(s => s.Text());

    /// <summary>The word for it in the API and in the database.</summary>
    public static string Text(this PaymentStatus status) => status switch
    {
        PaymentStatus.Open => "open",
        PaymentStatus.Processing => "processing",
        PaymentStatus.Succeeded => "succeeded",
        PaymentStatus.Failed => "failed",
        PaymentStatus.Canceled => "canceled",
        PaymentStatus.Expired => "expired",
    };

    /// <exception cref="FormatException">Not a word of <see cref="Text"/>.</exception>
    public static PaymentStatus Parse(string text) => ByText.TryGetValue(text, out var status)
        ? status
        : throw new FormatException($"'{text}' is not a payment status.");

    /// <returns>The states a payment may come from, as an SQL list.</returns>
    internal static string OriginsOf(PaymentStatus to) => Origins[to];
}
