using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>Gives one promised message to whoever carries its kind: mail, text, or the processor. Writes down nothing.</summary>
internal sealed partial class HandOver(
    ClaimMessage claim, ReadMatter readMatter, ComposeMail composeMail, IEmailSender email, ComposeText composeText, TextFences fences, ISmsSender sms,
    RequestRefund requestRefund, ILogger<HandOver> log)
{
    public async Task<DeliveryOutcome> HandleAsync(ClaimMessage.Lease lease, CancellationToken ct)
    {
        try
        {
            return lease.Message.Kind == OutboxKind.RefundRequest
                ? await requestRefund.HandleAsync(lease.Message, ct)
                : await TellAsync(lease, await readMatter.HandleAsync(lease.Message, ct), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogThrew(e, lease.Message.Id, lease.Message.Kind);
            return new DeliveryOutcome.Unknown("Something went wrong on our side; the log says what.");
        }
    }

    private async Task<DeliveryOutcome> TellAsync(ClaimMessage.Lease lease, Matter matter, CancellationToken ct) =>
        FindNeed.Objection(matter) is { } objection ? new DeliveryOutcome.Needless(objection)
        : lease.Message.Kind.IsText() ? await SendTextAsync(lease, matter, ct)
        : await SendMailAsync(lease, matter, ct);

    private async Task<DeliveryOutcome> SendMailAsync(ClaimMessage.Lease lease, Matter matter, CancellationToken ct) =>
        composeMail.Handle(matter, lease.Message.Id, lease.Message.CreatedAt) is { } mail
            ? await email.SendAsync(mail, token => claim.IsStillMineAsync(lease, token), ct)
            : new DeliveryOutcome.Refused("There is no address to send it to.");

    private async Task<DeliveryOutcome> SendTextAsync(ClaimMessage.Lease lease, Matter matter, CancellationToken ct)
    {
        if (composeText.Handle(matter, lease.Message.Id, lease.Message.CreatedAt) is not { } text)
        {
            return new DeliveryOutcome.Refused("There is no telephone number to send it to.");
        }

        return await fences.ObjectionAsync(lease.Message, text.To, ct)
            ?? await sms.SendAsync(text, token => claim.IsStillMineAsync(lease, token), ct);
    }

    [LoggerMessage(2501, LogLevel.Warning, "{MessageId} ({Kind}) could not be sent this time.")]
    private partial void LogThrew(Exception e, OutboxMessageId messageId, OutboxKind kind);
}
