using System.Diagnostics;
using PayPage.Domain.Delivery;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>The way between one process and whoever carries its mail or its texts: what is handed over may be refused, lost, late, or taken without an answer.</summary>
internal sealed class Carrier(World world, Node node, string way)
{
    private static readonly IReadOnlyList<(int, Fault)> Faults =
    [
        (70, Fault.None), (6, Fault.NotTaken), (6, Fault.TakenUnknown), (5, Fault.Refused), (3, Fault.Throws), (6, Fault.Slow),
        (2, Fault.CrashBefore), (2, Fault.CrashAfter),
    ];

    private enum Fault
    {
        None,
        NotTaken,
        TakenUnknown,
        Refused,
        Throws,
        Slow,
        CrashBefore,
        CrashAfter,
    }

    /// <param name="check">Whether it may go where it goes.</param>
    /// <param name="take">It arrives.</param>
    public async Task<DeliveryOutcome> CarryAsync(string what, Func<Task> check, Func<Task> take, Action refuse, MayLeave mayLeave, CancellationToken ct)
    {
        node.MustBeAlive();
        await world.LookAsync();

        if (!await mayLeave(ct))
        {
            return new DeliveryOutcome.Held();
        }

        var fault = world.IsCalm ? Fault.None : world.Chance.Weighted(Faults);
        world.Trace.Say($"{way}: {what} ({fault})");
        world.Coverage.Visit($"{way} {fault}");
        await check();

        switch (fault)
        {
            case Fault.None:
                await take();
                return new DeliveryOutcome.Accepted();
            case Fault.NotTaken:
                return new DeliveryOutcome.Unknown("Not now.");
            case Fault.TakenUnknown:
                await take();
                return new DeliveryOutcome.Unknown("The answer was lost.");
            case Fault.Refused:
                refuse();
                return new DeliveryOutcome.Refused("No such address.");
            case Fault.Throws:
                throw new IOException("The carrier threw.");
            case Fault.Slow:
                await world.MeanwhileAsync();
                node.MustBeAlive();
                ct.ThrowIfCancellationRequested();
                await take();
                return new DeliveryOutcome.Accepted();
            case Fault.CrashBefore:
                break;
            case Fault.CrashAfter:
                await take();
                break;
            default:
                throw new UnreachableException();
        }

        node.Crash($"{fault}: {way}");
        throw new UnreachableException();
    }
}

internal sealed class UnsureMail(World world, Node node) : IEmailSender
{
    private readonly Carrier _carrier = new(world, node, "mail");

    public Task<DeliveryOutcome> SendAsync(EmailMessage mail, MayLeave mayLeave, CancellationToken ct) => _carrier.CarryAsync(
        mail.MessageId, () => world.Mailbox.CheckAddressAsync(mail), () => world.Mailbox.TakeAsync(mail), () => world.Mailbox.Refuse(mail), mayLeave, ct);
}

internal sealed class UnsureTexts(World world, Node node) : ISmsSender
{
    private readonly Carrier _carrier = new(world, node, "text");

    public Task<DeliveryOutcome> SendAsync(SmsMessage message, MayLeave mayLeave, CancellationToken ct) => _carrier.CarryAsync(
        message.Id, () => world.Mailbox.CheckNumberAsync(message), () => world.Mailbox.TakeAsync(message), () => world.Mailbox.Refuse(message), mayLeave, ct);
}
