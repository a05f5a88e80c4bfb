using System.Diagnostics;
using PayPage.Domain.Webhooks;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>The way between one process and merchants' endpoints.</summary>
internal sealed class UnsureHooks(World world, Node node) : IWebhookSender
{
    private static readonly IReadOnlyList<(int, Fault)> Faults =
    [
        (62, Fault.None), (8, Fault.Broken), (6, Fault.NeverCame), (8, Fault.NoAnswer), (6, Fault.Slow), (2, Fault.Throws), (3, Fault.CrashBefore),
        (3, Fault.CrashAfter), (2, Fault.Gone),
    ];

    private enum Fault
    {
        None,
        Broken,
        NeverCame,
        NoAnswer,
        Slow,
        Throws,
        CrashBefore,
        CrashAfter,
        Gone,
    }

    public string? Objection(Uri address) => null;

    public Task<bool> LeadsInsideAsync(Uri address, CancellationToken ct) => Task.FromResult(false);

    public async Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken ct)
    {
        node.MustBeAlive();
        await world.LookAsync();
        var fault = world.IsCalm ? Fault.None : world.Chance.Weighted(Faults);
        world.Trace.Say($"hook: {HookRoom.IdOf(request)} ({fault})");
        world.Coverage.Visit($"hook {fault}");

        switch (fault)
        {
            case Fault.None:
                return Taken(request);
            case Fault.Broken:
                return new WebhookAnswer.Answered(500, null, TimeSpan.Zero);
            case Fault.Gone:
                return new WebhookAnswer.Answered(410, null, TimeSpan.Zero);
            case Fault.NeverCame:
                return new WebhookAnswer.None("Nobody was there.", TimeSpan.Zero);
            case Fault.NoAnswer:
                world.Hooks.Take(request);
                return new WebhookAnswer.None("No answer came.", TimeSpan.Zero);
            case Fault.Slow:
                await world.MeanwhileAsync();
                node.MustBeAlive();
                return Taken(request);
            case Fault.Throws:
                throw new IOException("The way there threw.");
            case Fault.CrashBefore:
                break;
            case Fault.CrashAfter:
                world.Hooks.Take(request);
                break;
            default:
                throw new UnreachableException();
        }

        node.Crash($"{fault}: hook");
        throw new UnreachableException();
    }

    private WebhookAnswer.Answered Taken(WebhookRequest request)
    {
        world.Hooks.Take(request);
        return new WebhookAnswer.Answered(200, null, TimeSpan.Zero);
    }
}
