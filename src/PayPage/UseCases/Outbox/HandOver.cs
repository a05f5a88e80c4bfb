using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Reminding;
using PayPage.UseCases.Reporting;

namespace PayPage.UseCases.Outbox;

/// <summary>Gives one promised message to whoever carries its kind: mail, text, or the processor. Writes down nothing.</summary>
internal sealed partial class HandOver(
    ClaimMessage claim, ReadMatter readMatter, ComposeMail composeMail, FindColleagueNeed findColleagueNeed, ComposeColleagueMail composeColleagueMail,
    FindReminderNeed findReminderNeed, LinkReminder linkReminder, ComposeReportMail composeReportMail, IEmailSender email, ComposeText composeText, TextFences fences, ISmsSender sms, RequestRefund requestRefund, ILogger<HandOver> log)
{
    public async Task<DeliveryOutcome> HandleAsync(ClaimMessage.Lease lease, CancellationToken ct)
    {
        try
        {
            return lease.Message.Kind switch
            {
                OutboxKind.RefundRequest => await requestRefund.HandleAsync(lease.Message, ct),
                OutboxKind.ReportMail => await composeReportMail.HandleAsync(lease.Message, ct) is { } report
                    ? await SendAsync(lease, report, ct)
                    : new DeliveryOutcome.Needless(FindNeed.NobodyTold),
                OutboxKind.ReminderMail => await RemindAsync(lease, await readMatter.HandleAsync(lease.Message, ct), ct),
                var kind when kind.IsToColleague() => await TellColleagueAsync(lease, ct),
                _ => await TellAsync(lease, await readMatter.HandleAsync(lease.Message, ct), ct),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogThrew(e, lease.Message.Id, lease.Message.Kind);
            return new DeliveryOutcome.Unknown("Something went wrong on our side; the log says what.");
        }
    }

    private async Task<DeliveryOutcome> TellColleagueAsync(ClaimMessage.Lease lease, CancellationToken ct) =>
        await findColleagueNeed.ObjectionAsync(lease.Message, ct) is { } objection
            ? new DeliveryOutcome.Needless(objection)
            : await SendAsync(lease, await composeColleagueMail.HandleAsync(lease.Message, ct), ct);

    private async Task<DeliveryOutcome> TellAsync(ClaimMessage.Lease lease, Matter matter, CancellationToken ct) =>
        FindNeed.Objection(matter) is { } objection ? new DeliveryOutcome.Needless(objection)
        : lease.Message.Kind.IsText() ? await SendAsync(lease, composeText.Handle(matter, lease.Message.Id, lease.Message.CreatedAt), ct)
        : await SendAsync(lease, composeMail.Handle(matter, lease.Message.Id, lease.Message.CreatedAt), ct);

    private async Task<DeliveryOutcome> RemindAsync(ClaimMessage.Lease lease, Matter matter, CancellationToken ct) =>
        await findReminderNeed.ObjectionAsync(lease.Message, matter, ct) is { } objection ? new DeliveryOutcome.Needless(objection)
        : FindNeed.Objection(matter) is null && lease.Message.LinkId is not null ? await linkReminder.HandleAsync(lease.Message, ct) is { } link
            ? await TellAsync(lease, matter with { Link = link }, ct)
            : new DeliveryOutcome.Needless(FindNeed.LinkGone)
        : await TellAsync(lease, matter, ct);

    /// <param name="mail">Null when there is no address.</param>
    private async Task<DeliveryOutcome> SendAsync(ClaimMessage.Lease lease, EmailMessage? mail, CancellationToken ct) => mail is null
        ? new DeliveryOutcome.Refused("There is no address to send it to.")
        : await email.SendAsync(mail, token => claim.IsStillMineAsync(lease, token), ct);

    /// <param name="text">Null when there is no number.</param>
    private async Task<DeliveryOutcome> SendAsync(ClaimMessage.Lease lease, SmsMessage? text, CancellationToken ct) => text is null
        ? new DeliveryOutcome.Refused("There is no telephone number to send it to.")
        : await fences.ObjectionAsync(lease.Message, text.To, ct) ?? await sms.SendAsync(text, token => claim.IsStillMineAsync(lease, token), ct);

    [LoggerMessage(2501, LogLevel.Warning, "{MessageId} ({Kind}) could not be sent this time.")]
    private partial void LogThrew(Exception e, OutboxMessageId messageId, OutboxKind kind);
}
