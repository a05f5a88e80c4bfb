namespace PayPage.Domain.Team;

/// <summary>One browser in which a person is signed in. Ended, its cookie is worth nothing, wherever it was copied to.</summary>
public sealed class OfficeSession
{
    public const int DeviceLength = 100;
    public const int AddressLength = 45;

    public required SessionId Id { get; init; }

    public required UserId UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last sent a form. Reading leaves no trace here.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>What the browser calls itself, in a few words, for its owner to know it by.</summary>
    public required string Device { get; init; }

    /// <summary>The network address it signed in from.</summary>
    public required string Address { get; init; }

    /// <summary>When its cookie runs out. Moves on when the cookie is given anew, which is once in half its life, whatever is asked for then.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Null unless it was ended before its cookie ran out.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
