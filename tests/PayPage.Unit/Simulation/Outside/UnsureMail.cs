using System.Diagnostics;
using PayPage.Domain.Delivery;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>The way between one process and whoever carries its mail.</summary>
internal sealed class UnsureMail(World world, Node node) : IEmailSender
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

    public async Task<DeliveryOutcome> SendAsync(EmailMessage mail, MayLeave mayLeave, CancellationToken ct)
    {
        node.MustBeAlive();
        await world.LookAsync();

        if (!await mayLeave(ct))
        {
            return new DeliveryOutcome.Held();
        }

        var fault = world.IsCalm ? Fault.None : world.Chance.Weighted(Faults);
        world.Trace.Say($"mail: {mail.MessageId} ({fault})");
        world.Coverage.Visit($"mail {fault}");
        await world.Mailbox.CheckAddressAsync(mail);

        switch (fault)
        {
            case Fault.None:
                await world.Mailbox.TakeAsync(mail);
                return new DeliveryOutcome.Accepted();
            case Fault.NotTaken:
                return new DeliveryOutcome.Unknown("Not now.");
            case Fault.TakenUnknown:
                await world.Mailbox.TakeAsync(mail);
                return new DeliveryOutcome.Unknown("The answer was lost.");
            case Fault.Refused:
                world.Mailbox.Refuse(mail);
                return new DeliveryOutcome.Refused("No such address.");
            case Fault.Throws:
                throw new IOException("The carrier threw.");
            case Fault.Slow:
                await world.MeanwhileAsync();
                node.MustBeAlive();
                ct.ThrowIfCancellationRequested();
                await world.Mailbox.TakeAsync(mail);
                return new DeliveryOutcome.Accepted();
            case Fault.CrashBefore:
                break;
            case Fault.CrashAfter:
                await world.Mailbox.TakeAsync(mail);
                break;
            default:
                throw new UnreachableException();
        }

        node.Crash($"{fault}: mail");
        throw new UnreachableException();
    }
}
