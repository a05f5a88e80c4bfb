using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayPage.UseCases.Payments;

/// <summary>Section <c>Payments</c>.</summary>
public sealed class PaymentOptions
{
    public const string Section = "Payments";

    /// <summary>How long a new payment is left alone before the reconcile worker asks for it. Default 20 s.</summary>
    /// <remarks>Longer than a processor's adapter waits for an answer, or the worker asks while the payer's request is under way.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan FirstCheck { get; init; } = TimeSpan.FromSeconds(20);
}

[OptionsValidator]
internal sealed partial class PaymentOptionsValidator : IValidateOptions<PaymentOptions>;
