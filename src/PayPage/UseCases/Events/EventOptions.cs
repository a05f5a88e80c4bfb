using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayPage.UseCases.Events;

/// <summary>Section <c>Events</c>.</summary>
public sealed class EventOptions
{
    public const string Section = "Events";

    /// <summary>How long events, and what became of them at endpoints, are kept. Default 90 days, at least 7: an event is tried for more than three.</summary>
    [Range(typeof(TimeSpan), "7.00:00:00", "3650.00:00:00")]
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(90);
}

[OptionsValidator]
internal sealed partial class EventOptionsValidator : IValidateOptions<EventOptions>;
