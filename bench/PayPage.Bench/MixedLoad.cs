using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace PayPage.Bench;

/// <summary>Of a hundred requests at a constant rate 95 ask for pay pages, 4 are of pages that wait for news, and 1 presses Pay and goes on to the end.</summary>
/// <param name="payers">Each pays once: they have read their pages already, so that the press itself falls when it is due.</param>
internal sealed class MixedLoad(HttpClient client, Uri[] views, OnePayer[] waiting, Queue<OnePayer> payers)
{
    public const int PaymentsOf100 = 1;

    // Where in each hundred: apart from one another.
    private const int PayAt = 50;
    private const int WaitEvery = 25;
    private const int WaitAt = 12;

    private const string WaitsFor = "InFlight-Submitted";

    /// <summary>Those whose page said at the end that it is paid.</summary>
    public ConcurrentBag<Uri> Paid { get; } = [];

    public ConcurrentQueue<string> Faults { get; } = new();

    public async Task<MixedLatencies> RunAsync(int rate, int seconds)
    {
        var count = rate * seconds;
        var (viewed, polled, started, paid) = (new ConcurrentBag<TimeSpan>(), new ConcurrentBag<TimeSpan>(), new ConcurrentBag<TimeSpan>(), new ConcurrentBag<TimeSpan>());
        var asked = new Task[count];
        var start = Stopwatch.GetTimestamp();

        var late = OpenModel.Pace(rate, count, start, (i, due) =>
        {
            // The schedule goes on; the request's own work is done elsewhere.
            asked[i] = (i % 100) switch
            {
                PayAt when payers.Dequeue() is var payer => Task.Run(() => WatchedAsync(() => PayAsync(payer, start, due, started, paid))),
                var at when at % WaitEvery == WaitAt => Task.Run(() => WatchedAsync(() => PollAsync(waiting[i / WaitEvery % waiting.Length].State, start, due, polled))),
                _ => Task.Run(() => WatchedAsync(() => ViewAsync(views[i % views.Length], start, due, viewed))),
            };
        });

        await Task.WhenAll(asked);
        return new MixedLatencies(Sorted(viewed), Sorted(polled), Sorted(started), Sorted(paid), late);

        Latencies Sorted(ConcurrentBag<TimeSpan> of) => new([.. of.Order()], late);
    }

    private async Task WatchedAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception e) when (e is UnexpectedAnswerException or HttpRequestException or OperationCanceledException)
        {
            Faults.Enqueue(e.Message);
        }
    }

    private async Task ViewAsync(Uri page, long start, TimeSpan due, ConcurrentBag<TimeSpan> took)
    {
        using var answer = await client.GetAsync(page);
        OnePayer.Expect(answer, HttpStatusCode.OK, "a pay page");
        var body = await answer.Content.ReadAsByteArrayAsync();
        took.Add(Stopwatch.GetElapsedTime(start) - due);

        if (body.AsSpan().IndexOf("Input.Attempt"u8) < 0)
        {
            throw new UnexpectedAnswerException("A pay page cannot be paid.");
        }
    }

    private async Task PollAsync(Uri state, long start, TimeSpan due, ConcurrentBag<TimeSpan> took)
    {
        using var answer = await client.GetAsync(state);
        OnePayer.Expect(answer, HttpStatusCode.OK, "a state");
        var word = await answer.Content.ReadAsStringAsync();
        took.Add(Stopwatch.GetElapsedTime(start) - due);

        if (word != WaitsFor)
        {
            throw new UnexpectedAnswerException($"A payment that waits is told to be {word}.");
        }
    }

    private async Task PayAsync(OnePayer payer, long start, TimeSpan due, ConcurrentBag<TimeSpan> started, ConcurrentBag<TimeSpan> paid)
    {
        await payer.PressAsync();
        started.Add(Stopwatch.GetElapsedTime(start) - due);
        await payer.PayAsync();
        paid.Add(Stopwatch.GetElapsedTime(start) - due);
        Paid.Add(payer.Page);
    }
}

/// <param name="Started">From Pay pressed to the answer that leads on.</param>
/// <param name="Paid">From Pay pressed to the page that says it is paid.</param>
/// <param name="Late">The furthest that the generator itself was behind its schedule.</param>
internal sealed record MixedLatencies(Latencies Views, Latencies Polls, Latencies Started, Latencies Paid, TimeSpan Late);
