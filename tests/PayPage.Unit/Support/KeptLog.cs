using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PayPage.Unit.Support;

/// <summary>Keeps every line that was logged, at every level, for a test to look at.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<KeptLine> _lines = new();

    public IReadOnlyList<KeptLine> Lines => [.. _lines];

    public override string ToString() => string.Join('\n', Lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(new KeptLine(eventId.Id, logLevel, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
        // Kept for the test that reads it.
    }
}

/// <param name="Text">What an operator reads, and the exception where there was one.</param>
internal sealed record KeptLine(int Id, LogLevel Level, string Text)
{
    public override string ToString() => $"{Level} {Text}";
}
