using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayPage.Hosting;

/// <summary>Section <c>Limits</c>: from where on payers' pages slow somebody down. Counted by each node for itself.</summary>
public sealed class RateFenceOptions
{
    public const string Section = "Limits";

    /// <summary>How often one link's pages are answered in a minute, whoever asks. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int ViewsPerLink { get; init; } = 60;

    /// <summary>How many forms one link takes in a minute, whoever sends them. Default 10. What tells of a person's first gesture is a view.</summary>
    [Range(1, 1_000_000)]
    public int PostsPerLink { get; init; } = 10;

    /// <summary>How many requests for any link's pages one address may send in a minute. Default 600. An IPv6 address counts by its /64.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerAddress { get; init; } = 600;

    /// <summary>How many tokens and short codes that lead nowhere one address may try in ten minutes. Default 20. Links that exist go on working there.</summary>
    [Range(1, 1_000_000)]
    public int GuessesPerAddress { get; init; } = 20;

    /// <summary>How many forms one address may send to the back office's doors (sign-in, forgotten passwords, invitations) in ten minutes. Default 100.</summary>
    [Range(1, 1_000_000)]
    public int DoorsPerAddress { get; init; } = 100;
}

[OptionsValidator]
internal sealed partial class RateFenceOptionsValidator : IValidateOptions<RateFenceOptions>;
