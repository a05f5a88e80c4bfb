using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;

namespace PayPage.UseCases.Outbox;

/// <summary>Gives one promised message to whoever carries its kind: mail, text, or the processor. Writes down nothing.</summary>
internal sealed partial class HandOver(
    ClaimMessage claim, ComposeMail composeMail, ComposeColleagueMail composeColleagueMail, IEmailSender email, ComposeText composeText, TextFences fences, ISmsSender sms,
    RequestRefund requestRefund, FindNeed findNeed, FindColleagueNeed findColleagueNeed, ILogger<HandOver> log)
{
    public async Task<DeliveryOutcome> HandleAsync(ClaimMessage.Lease lease, CancellationToken ct)
    {
        try
        {
            return await ObjectionAsync(lease.Message, ct) is { } objection ? new DeliveryOutcome.Needless(objection) : lease.Message.Kind switch
            {
                OutboxKind.RefundRequest => await requestRefund.HandleAsync(lease.Message, ct),
                _ when lease.Message.Kind.IsText() => await SendTextAsync(lease, ct),
                _ => await SendMailAsync(lease, ct),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogThrew(e, lease.Message.Id, lease.Message.Kind);
            return new DeliveryOutcome.Unknown("Something went wrong on our side; the log says what.");
        }
    }

    private Task<string?> ObjectionAsync(OutboxMessage message, CancellationToken ct) =>
        message.Kind.IsToColleague() ? findColleagueNeed.ObjectionAsync(message, ct) : findNeed.ObjectionAsync(message, ct);

    private async Task<DeliveryOutcome> SendMailAsync(ClaimMessage.Lease lease, CancellationToken ct) =>
        await ComposedAsync(lease.Message, ct) is { } mail
            ? await email.SendAsync(mail, token => claim.IsStillMineAsync(lease, token), ct)
            : new DeliveryOutcome.Refused("There is no address to send it to.");

    private Task<EmailMessage?> ComposedAsync(OutboxMessage message, CancellationToken ct) =>
        message.Kind.IsToColleague() ? composeColleagueMail.HandleAsync(message, ct) : composeMail.HandleAsync(message, ct);

    private async Task<DeliveryOutcome> SendTextAsync(ClaimMessage.Lease lease, CancellationToken ct)
    {
        if (await composeText.HandleAsync(lease.Message, ct) is not { } text)
        {
            return new DeliveryOutcome.Refused("There is no telephone number to send it to.");
        }

        return await fences.ObjectionAsync(lease.Message, text.To, ct)
            ?? await sms.SendAsync(text, token => claim.IsStillMineAsync(lease, token), ct);
    }

    [LoggerMessage(2501, LogLevel.Warning, "{MessageId} ({Kind}) could not be sent this time.")]
    private partial void LogThrew(Exception e, OutboxMessageId messageId, OutboxKind kind);
}
