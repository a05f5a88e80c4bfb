namespace PayPage.Sandbox;

/// <summary>How the sandbox runs. Every time span is real time; tests set them short.</summary>
public sealed class SandboxOptions
{
    /// <summary>Path of the sandbox's own SQLite file; folder and file are made when missing. Required. One process owns it.</summary>
    public string DatabaseFile { get; set; } = "";

    /// <summary>The origin payers reach (scheme, host, port). Required; asked late, since a bound port is known only after the start.</summary>
    public Func<IServiceProvider, Uri>? PublicBaseUrl { get; set; }

    /// <summary>How long a payment stays open when its creator does not say. 1 minute to 1 day, default 20 minutes.</summary>
    public TimeSpan HoldTime { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How long a fault that hangs keeps its caller waiting. Default 60 s.</summary>
    public TimeSpan HangTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a card payment that succeeds later stays in processing. Default 10 s.</summary>
    public TimeSpan CardSettleTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a pending bank payment stays in processing, unless it is decided by hand. Default 30 s.</summary>
    public TimeSpan BankSettleTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a pending refund stays pending. Default 10 s.</summary>
    public TimeSpan RefundSettleTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How late a delayed webhook leaves. Default 30 s.</summary>
    public TimeSpan WebhookDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the success the dispute webhook leaves. Default 1 s.</summary>
    public TimeSpan DisputeDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a merchant may take to answer a dispute. Default 14 days.</summary>
    public TimeSpan EvidenceTime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long a receiver may take for one webhook. Default 10 s.</summary>
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The waits after the first, second, third... failed try of a webhook; the last one repeats. Not empty.</summary>
    public IReadOnlyList<TimeSpan> WebhookRetries { get; set; } =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
    ];

    /// <summary>How old an event may grow before its webhook is given up. Default 3 days.</summary>
    public TimeSpan WebhookLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>What Retry-After says on a throttled create, in whole seconds, rounded up. Default 1 s.</summary>
    public TimeSpan ThrottleTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest a worker sleeps when nothing wakes it. Default 1 s.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    internal bool IsComplete() =>
        DatabaseFile.Length > 0 && PublicBaseUrl is not null && WebhookRetries.Count > 0
        && HoldTime >= TimeSpan.FromMinutes(1) && HoldTime <= TimeSpan.FromDays(1);
}
