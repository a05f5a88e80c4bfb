using System.Diagnostics;
using PayPage.Domain.Fort;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Fort;

/// <summary>Sends news that were promised, and writes down what became of them. At least once: each says whose payment it is about and how that stands.</summary>
internal sealed partial class SendFeedback(ClaimFeedback claim, ComposeFeedback compose, IWebhookSender sender, ILogger<SendFeedback> log)
{
    private const int Found = 302;

    /// <returns>False when nothing was due.</returns>
    public async Task<bool> NextAsync(CancellationToken ct)
    {
        if (await claim.NextAsync(ct) is not { } lease)
        {
            return false;
        }

        var (status, error) = await compose.HandleAsync(lease.Feedback, ct) is { } request
            ? await TryAsync(request, ct)
            : (null, "There is no address to send to any more.");

        // Not ct: what they answered is a fact, whoever stops us now.
        if (IsAccepted(status))
        {
            await claim.SentAsync(lease, status!.Value, CancellationToken.None);    // not null: accepted
        }
        else
        {
            var isLast = lease.Attempt >= FortFeedback.MostAttempts;
            await claim.FailedAsync(lease, status, error, isLast, CancellationToken.None);

            if (isLast)
            {
                LogDead(lease.Feedback.Id, status, error);
            }
        }

        return true;
    }

    private async Task<(int? Status, string? Error)> TryAsync(WebhookRequest request, CancellationToken ct) => await sender.SendAsync(request, ct) switch
    {
        WebhookAnswer.Answered answered => (answered.Status, null),
        WebhookAnswer.None none => (null, none.Reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>As the dialect has it: a redirect is an answer of somebody who has understood.</summary>
    private static bool IsAccepted(int? status) => status is >= 200 and <= 299 or Found;

    [LoggerMessage(4601, LogLevel.Warning, "{FeedbackId} was given up. Last answer: {Status} {Error}")]
    private partial void LogDead(FortFeedbackId feedbackId, int? status, string? error);
}
