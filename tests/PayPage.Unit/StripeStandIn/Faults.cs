namespace PayPage.Unit.StripeStandIn;

public enum FaultKind
{
    /// <summary>Hangs until the caller gives up; nothing is done.</summary>
    HangBefore,

    /// <summary>Does it, then hangs until the caller gives up.</summary>
    HangAfter,

    /// <summary>Error 500 without doing it. Stored under the idempotency key.</summary>
    Error500,

    /// <summary>Does it, then answers 500. Stored under the idempotency key.</summary>
    Error500After,

    /// <summary>Does it, then breaks the connection in the middle of the answer.</summary>
    CutAfter,

    /// <summary>Does it, then answers 200 with something that is not JSON.</summary>
    GarbageAfter,

    /// <summary>502 with a page of HTML, from something in between; nothing is done.</summary>
    BadGateway,

    /// <summary>403 with a page of HTML, from something in between; nothing is done.</summary>
    ForeignForbidden,

    /// <summary>Redirects to a place that would answer.</summary>
    Redirect,

    /// <summary>Rate limit; nothing is done and nothing stored.</summary>
    TooMany,

    /// <summary>The same key is being worked on; nothing is done and nothing stored.</summary>
    KeyInUse,

    /// <summary>403: a restricted key without the permission.</summary>
    NotPermitted,
}

/// <summary>What goes wrong, for which calls, how often.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];

    /// <param name="call">Method and the beginning of the path: <c>POST /v1/refunds</c>. The first that fits is used up.</param>
    public void Plan(string call, FaultKind kind, int times = 1)
    {
        lock (_gate)
        {
            _planned.Add(new Planned(call, kind) { Left = times });
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    internal FaultKind? Take(string call)
    {
        lock (_gate)
        {
            if (_planned.Find(p => p.Left > 0 && call.StartsWith(p.Call, StringComparison.Ordinal)) is not { } planned)
            {
                return null;
            }

            planned.Left--;
            return planned.Kind;
        }
    }

    private sealed record Planned(string Call, FaultKind Kind)
    {
        public int Left { get; set; }
    }
}
