using PayPage.Domain.Payments;

namespace PayPage.Processors;

/// <summary>Our ids as we sent them along.</summary>
internal static class Ids
{
    public static PaymentId? Payment(string? text) => Parse(text, "pay_") is { } value ? new PaymentId(value) : null;

    public static RefundId? Refund(string? text) => Parse(text, "ref_") is { } value ? new RefundId(value) : null;

    private static Guid? Parse(string? text, string prefix) =>
        text?.StartsWith(prefix, StringComparison.Ordinal) == true && Guid.TryParseExact(text[prefix.Length..], "N", out var value) ? value : null;
}
