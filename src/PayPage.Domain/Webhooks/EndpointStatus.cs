using PayPage.Domain.StateMachines;
using static PayPage.Domain.Webhooks.EndpointStatus;

namespace PayPage.Domain.Webhooks;

public enum EndpointStatus
{
    Active,

    /// <summary>The merchant wants nothing sent for a while: what happens meanwhile waits.</summary>
    Paused,

    /// <summary>We gave it up. What happens meanwhile does not wait: the feed has it.</summary>
    Disabled,

    /// <summary>Nobody sees it any more; the row stays until its deliveries are too old to be kept.</summary>
    Removed,
}

public static class EndpointTransitions
{
    public static readonly TransitionTable<EndpointStatus> Table = new(
        ([Active], Paused, "a colleague paused it"),
        ([Paused, Disabled], Active, "a colleague turned it on"),
        ([Active, Paused], Disabled, "it answered 410, or every try failed for five days"),
        ([Active, Paused, Disabled], Removed, "a colleague removed it"));
}
