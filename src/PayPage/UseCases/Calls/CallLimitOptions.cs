using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayPage.UseCases.Calls;

/// <summary>Section <c>Limits</c>: from where on a merchant's system is asked to wait. Counted by each node for itself.</summary>
public sealed class CallLimitOptions
{
    public const string Section = "Limits";

    /// <summary>How many calls one API key may make in a minute. Default 600.</summary>
    [Range(1, 1_000_000)]
    public int ApiCallsPerMinute { get; init; } = 600;

    /// <summary>How many calls with no key that is known one address may make in a minute. Default 60. An IPv6 address counts by its /64.</summary>
    [Range(1, 1_000_000)]
    public int ApiFailuresPerAddress { get; init; } = 60;
}

[OptionsValidator]
internal sealed partial class CallLimitOptionsValidator : IValidateOptions<CallLimitOptions>;
