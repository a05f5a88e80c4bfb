using PayPage.Domain.Payments;

namespace PayPage.Processors.Stripe;

/// <summary>Reads an account's statement off Stripe's lists: first the intents that succeeded, then the refunds. Changes nothing there.</summary>
/// <remarks>
/// Not from its list of balance transactions: that one tells of money by its charges alone, without what we sent along, and a key may be good for payments
/// and not for the balance. An intent does not say when its money came. With cards that is when it was made; bank money takes days, so intents of some days
/// before are looked at too, and those of them that were not paid by card are listed.
/// </remarks>
internal sealed class StripeStatement(IStripeApi api)
{
    private const string Intents = "i";
    private const string Refunds = "r";
    private const char Mark = ':';

    // The slowest of Stripe's bank payments (SEPA, ACH, BACS) are decided within 14 days.
    private static readonly TimeSpan BankTime = TimeSpan.FromDays(14);

    /// <param name="after">Which list, a colon, and the last id of it.</param>
    public Task<StatementPage> PageAsync(StatementWindow window, string? after, string key, CancellationToken ct)
    {
        var parts = after?.Split(Mark, 2) ?? [Intents, ""];
        var last = parts[1].Length == 0 ? null : parts[1];
        return parts[0] == Refunds ? RefundsAsync(window, last, key, ct) : IntentsAsync(window, last, key, ct);
    }

    private async Task<StatementPage> IntentsAsync(StatementWindow window, string? last, string key, CancellationToken ct)
    {
        var answer = await api.ListIntentsAsync(new StripeWindow(window.From - BankTime, window.To), last, key, ct);

        if (answer is not StripeAnswer<StripePage<StripeIntent>>.Ok { Value: var page })
        {
            return new StatementPage.NoAnswer(IsKeyRefused(answer));
        }

        List<StripeIntent> came = [.. page.Data.Where(it => it.Status == "succeeded" && IsOf(window, it))];
        List<Movement> read = [.. came.Select(Read).OfType<Movement>()];
        return new StatementPage.Listed(read, page.HasMore && page.Data.Count > 0 ? $"{Intents}{Mark}{page.Data[^1].Id}" : $"{Refunds}{Mark}", came.Count - read.Count);
    }

    private async Task<StatementPage> RefundsAsync(StatementWindow window, string? last, string key, CancellationToken ct)
    {
        var answer = await api.ListRefundsAsync(new StripeWindow(window.From, window.To), last, key, ct);

        if (answer is not StripeAnswer<StripePage<StripeRefund>>.Ok { Value: var page })
        {
            return new StatementPage.NoAnswer(IsKeyRefused(answer));
        }

        List<StripeRefund> made = [.. page.Data.Where(it => it.Created is not { } at || window.Holds(at))];
        List<Movement> read = [.. made.Select(Read).OfType<Movement>()];
        return new StatementPage.Listed(read, page.HasMore && page.Data.Count > 0 ? $"{Refunds}{Mark}{page.Data[^1].Id}" : null, made.Count - read.Count);
    }

    private static bool IsOf(StatementWindow window, StripeIntent intent) =>
        intent.Created is not { } at || window.Holds(at) || (at < window.To && !IsByCard(intent));

    private static bool IsByCard(StripeIntent intent) => intent.LatestCharge?.Instrument is not { } with || with.Type == "card";

    private static Movement.In? Read(StripeIntent intent) =>
        intent.Created is { } at && StripeCurrencies.FromStripe(intent.Amount, intent.Currency) is { Minor: > 0 } amount
            ? new Movement.In(
                intent.Id, amount, at, StripeWords.PaymentOf(intent.Metadata), IsByCard(intent) ? PaymentMethod.Card : PaymentMethod.Bank, StripeWords.Instrument(intent.LatestCharge))
            : null;

    private static Movement.Back? Read(StripeRefund refund) =>
        refund.Created is { } at && StripeCurrencies.FromStripe(refund.Amount, refund.Currency) is { Minor: > 0 } amount && StripeWords.StateOf(refund) is { } state
            ? new Movement.Back(refund.Id, amount, at, StripeWords.RefundOf(refund.Metadata), refund.Intent, state)
            : null;

    private static bool IsKeyRefused<T>(StripeAnswer<T> answer)
        where T : class => answer is StripeAnswer<T>.Refused { Fault: var fault } && StripeErrors.Judge(fault) == StripeVerdict.KeyRefused;
}
