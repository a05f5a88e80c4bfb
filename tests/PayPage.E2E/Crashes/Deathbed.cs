using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PayPage.E2E.Crashes;

/// <summary>Watches what the site's own libraries tell of their work, and kills the process (SIGKILL) at a named moment of it.</summary>
/// <remarks>
/// A file names the moments, one a line; they must come in this order, and at the last one the process dies. A file that comes later is found later.
/// Only what every .NET program has at hand is used here: this runs in the site, not in the test.
/// </remarks>
internal sealed class Deathbed(string file) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public const string FileVariable = "PAYPAGE_TEST_DEATHBED";

    private readonly Lock _turn = new();
    private DateTime _read;
    private List<string> _left = [];

    /// <summary>A request reached us.</summary>
    public static string Reached(string method, string path) => $"reached {method} {path}";

    /// <summary>Our answer to it is out.</summary>
    public static string Answered(string method, string path) => $"answered {method} {path}";

    /// <summary>We are about to ask somebody.</summary>
    public static string Asks(string method, string path) => $"asks {method} {path}";

    /// <summary>His answer is here.</summary>
    public static string Heard(string method, string path) => $"heard {method} {path}";

    /// <summary>A command is about to run that contains these words.</summary>
    public static string Writes(string sql) => $"writes {sql}";

    /// <summary>A transaction is committed.</summary>
    public const string Committed = "committed";

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is "Microsoft.AspNetCore" or "HttpHandlerDiagnosticListener" or "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        var now = value.Key switch
        {
            "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start" => Request("reached", value.Value),
            "Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop" => Request("answered", value.Value),
            "System.Net.Http.HttpRequestOut.Start" => Call("asks", value.Value),
            "System.Net.Http.HttpRequestOut.Stop" when Part(value.Value, "Response") is HttpResponseMessage => Call("heard", value.Value),
            "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting" => Part(value.Value, "Command") is DbCommand command ? $"writes {command.CommandText}" : null,
            "Microsoft.EntityFrameworkCore.Database.Transaction.TransactionCommitted" => Committed,
            _ => null,
        };

        if (now is not null)
        {
            Compare(now);
        }
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    private void Compare(string now)
    {
        lock (_turn)
        {
            Read();

            if (_left.Count == 0 || !Fits(now, _left[0]))
            {
                return;
            }

            _left.RemoveAt(0);

            if (_left.Count == 0)
            {
                File.Delete(file);    // the next life is not to end here
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);    // nothing goes on while the signal is on its way
            }
        }
    }

    private void Read()
    {
        if (File.Exists(file) && File.GetLastWriteTimeUtc(file) is var written && written != _read)
        {
            _read = written;
            _left = [.. File.ReadAllLines(file)];
        }
    }

    /// <summary>A star stands for any part of an address; of a command any words are named.</summary>
    private static bool Fits(string now, string moment) => moment.StartsWith("writes ", StringComparison.Ordinal)
        ? now.StartsWith("writes ", StringComparison.Ordinal) && now.Contains(moment["writes ".Length..], StringComparison.Ordinal)
        : now.StartsWith(moment.Split('*')[0], StringComparison.Ordinal) && now.EndsWith(moment.Split('*')[^1], StringComparison.Ordinal);

    private static string? Request(string what, object? payload) =>
        payload is HttpContext { Request: var request } ? $"{what} {request.Method} {request.Path}" : null;

    private static string? Call(string what, object? payload) =>
        Part(payload, "Request") is HttpRequestMessage request ? $"{what} {request.Method} {request.RequestUri?.AbsolutePath}" : null;

    private static object? Part(object? payload, string name) => payload?.GetType().GetProperty(name)?.GetValue(payload);
}
