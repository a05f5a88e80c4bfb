using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Stripe;

/// <summary>Finds at Stripe what is ours. Changes nothing there.</summary>
internal sealed class StripeLookup(IStripeApi api)
{
    private const int MostPages = 100;    // 10,000 things

    // Around the moment we told Stripe of it. Its clock may differ from ours by as much as the times of its webhooks may, 5 minutes.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    /// <summary>By Stripe's reference where we have it, else by our own id in the metadata of what was made about then. Lists are up to date at once, the search is not.</summary>
    public Task<PaymentAnswer> FindAsync(PaymentTrace payment, string key, CancellationToken ct) => payment switch
    {
        { Reference: { } known } when StripeKeys.IsSession(known) => SessionAsync(known, payment, key, ct),
        { Reference: { } known } => IntentAsync(known, payment, key, ct),
        { Style: CheckoutStyle.OnPage } => SearchAsync(
            payment, after => api.ListIntentsAsync(Around(payment), after, key, ct), it => it.Id, it => it.Metadata, it => Task.FromResult(Answer(StripeWords.Of(it), payment))),
        _ => SearchAsync(
            payment, after => api.ListSessionsAsync(Around(payment), after, key, ct), it => it.Id, it => it.Metadata, it => SessionAsync(it.Id, payment, key, ct)),
    };

    /// <summary>Which intent the money of a payment is.</summary>
    /// <param name="moneyReference">An intent, or a session that has one.</param>
    /// <returns>One of both.</returns>
    public async Task<(string? Intent, RefundAnswer? None)> IntentOfAsync(string moneyReference, string key, CancellationToken ct)
    {
        if (!StripeKeys.IsSession(moneyReference))
        {
            return (moneyReference, null);
        }

        return await api.GetSessionAsync(moneyReference, key, ct) switch
        {
            StripeAnswer<StripeSession>.Ok { Value.Intent.Id: var intent } => (intent, null),
            StripeAnswer<StripeSession>.Ok => (null, new RefundAnswer.Refused("Nothing was paid through this session at Stripe.")),
            var no => (null, new RefundAnswer.NoAnswer(IsKeyRefused(no))),
        };
    }

    /// <returns>Refused: it is not there.</returns>
    public async Task<RefundAnswer> RefundAsync(RefundId id, string intent, string key, CancellationToken ct)
    {
        var (refunds, keyRefused) = await AllAsync(after => api.ListRefundsAsync(intent, after, key, ct), it => it.Id);

        if (refunds is null)
        {
            return new RefundAnswer.NoAnswer(keyRefused);
        }

        return refunds.Select(StripeWords.Of).FirstOrDefault(news => news?.RefundId == id) is { } ours
            ? new RefundAnswer.Found(ours)
            : new RefundAnswer.Refused("Stripe has no such refund.");
    }

    /// <summary>All pages of a list, newest first.</summary>
    /// <param name="page">Gives the page after this id.</param>
    /// <returns>Null when a page could not be had, or there are too many.</returns>
    public static async Task<(IReadOnlyList<T>? All, bool KeyRefused)> AllAsync<T>(Func<string?, Task<StripeAnswer<StripePage<T>>>> page, Func<T, string> id)
        where T : class
    {
        var all = new List<T>();

        for (var i = 0; i < MostPages; i++)
        {
            var answer = await page(all.Count == 0 ? null : id(all[^1]));

            if (answer is not StripeAnswer<StripePage<T>>.Ok { Value: var found })
            {
                return (null, IsKeyRefused(answer));
            }

            all.AddRange(found.Data);

            if (!found.HasMore || found.Data.Count == 0)
            {
                return (all, false);
            }
        }

        return (null, false);
    }

    private async Task<PaymentAnswer> IntentAsync(string id, PaymentTrace payment, string key, CancellationToken ct) =>
        await api.GetIntentAsync(id, key, ct) is var answer && answer is StripeAnswer<StripeIntent>.Ok { Value: var intent }
            ? Answer(StripeWords.Of(intent), payment)
            : new PaymentAnswer.NoAnswer(IsKeyRefused(answer));

    // Stripe gave us this id. That it has none such now means that the key is another account's by now, not that nothing was paid: so not "not found".
    private async Task<PaymentAnswer> SessionAsync(string id, PaymentTrace payment, string key, CancellationToken ct) =>
        await api.GetSessionAsync(id, key, ct) is var answer && answer is StripeAnswer<StripeSession>.Ok { Value: var session }
            ? Answer(StripeWords.Of(session), payment)
            : new PaymentAnswer.NoAnswer(IsKeyRefused(answer));

    private static async Task<PaymentAnswer> SearchAsync<T>(
        PaymentTrace payment, Func<string?, Task<StripeAnswer<StripePage<T>>>> page, Func<T, string> id,
        Func<T, IReadOnlyDictionary<string, string>?> metadata, Func<T, Task<PaymentAnswer>> read)
        where T : class
    {
        var (all, keyRefused) = await AllAsync(page, id);

        return all is null ? new PaymentAnswer.NoAnswer(keyRefused)
            : all.FirstOrDefault(it => StripeWords.PaymentOf(metadata(it)) == payment.Id) is { } ours ? await read(ours)
            : new PaymentAnswer.NotFound();
    }

    private static PaymentAnswer Answer(ProcessorNews? news, PaymentTrace payment) =>
        news?.PaymentId == payment.Id ? new PaymentAnswer.Found(news) : new PaymentAnswer.NoAnswer();

    private static StripeWindow Around(PaymentTrace payment) => new(payment.PreparedAt - Before, payment.PreparedAt + After);

    private static bool IsKeyRefused<T>(StripeAnswer<T> answer)
        where T : class => answer is StripeAnswer<T>.Refused { Fault: var fault } && StripeErrors.Judge(fault) == StripeVerdict.KeyRefused;
}
