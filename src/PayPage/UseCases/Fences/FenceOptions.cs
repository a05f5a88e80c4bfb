using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Fences;

/// <summary>Section <c>Limits</c>: what keeps thieves from trying cards here. Counted in the database, so that all nodes agree and none forgets.</summary>
public sealed class FenceOptions
{
    public const string Section = "Limits";

    /// <summary>After so many declined tries a link takes no payment for <see cref="RestTime"/>, and again after as many more. Default 5.</summary>
    [Range(1, 1000)]
    public int DeclinesUntilRest { get; init; } = 5;

    /// <summary>How long such a link rests. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RestTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After so many declined tries a link takes no payment until the merchant says otherwise. Default 10.</summary>
    [Range(1, 1000)]
    public int DeclinesUntilBarred { get; init; } = 10;

    /// <summary>How many payments may be begun from one address in ten minutes, over all links. Default 10. An IPv6 address counts by its /64.</summary>
    [Range(1, 1_000_000)]
    public int PaymentsPerAddress { get; init; } = 10;

    /// <summary>Over how many of a merchant's last tries of seven days the share of declined ones is looked at. Default 20.</summary>
    [Range(5, 1000)]
    public int AlertTries { get; init; } = 20;

    /// <summary>Above what share of them the merchant is told, in percent. Default 30; 100: never.</summary>
    [Range(1, 100)]
    public int AlertPercent { get; init; } = 30;

    internal DeclineFence Declines => new(DeclinesUntilRest, RestTime, DeclinesUntilBarred);
}

[OptionsValidator]
internal sealed partial class FenceOptionsValidator : IValidateOptions<FenceOptions>;
