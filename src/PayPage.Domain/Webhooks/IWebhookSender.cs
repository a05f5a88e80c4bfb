namespace PayPage.Domain.Webhooks;

/// <summary>Sends news to addresses that merchants chose: the one way out to them, with its guard against addresses inside our own network.</summary>
public interface IWebhookSender
{
    /// <summary>Judges an address as it is typed, without asking anybody.</summary>
    /// <returns>What is wrong with it and what to do; null: nothing that can be seen in it.</returns>
    string? Objection(Uri address);

    /// <summary>Asks where the name leads, for a warning in time. A name that is not found yet is no fault: whoever sends is asked again at each connection.</summary>
    Task<bool> LeadsInsideAsync(Uri address, CancellationToken ct);

    /// <summary>Sends once, by POST. Follows no redirect, and is over within 15 s whatever the other side does.</summary>
    /// <param name="ct">Stops the try; whether it arrived is then unknown.</param>
    Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken ct);
}

/// <param name="ContentType">Such as <c>application/json; charset=utf-8</c>.</param>
/// <param name="Headers">Beside the content's own.</param>
public sealed record WebhookRequest(Uri Address, ReadOnlyMemory<byte> Body, string ContentType, IReadOnlyList<(string Name, string Value)> Headers);

/// <param name="Took">From the first look-up to the end.</param>
public abstract record WebhookAnswer(TimeSpan Took)
{
    /// <param name="Status">HTTP's, whatever it is. Nothing of what stood beneath it is kept.</param>
    /// <param name="RetryAfter">How long the other side asked us to wait; null where it did not.</param>
    public sealed record Answered(int Status, TimeSpan? RetryAfter, TimeSpan Took) : WebhookAnswer(Took)
    {
        public bool IsSuccess => Status is >= 200 and <= 299;
    }

    /// <summary>No whole answer came in time. It may have arrived all the same.</summary>
    /// <param name="Reason">A sentence for the merchant, without addresses.</param>
    public sealed record None(string Reason, TimeSpan Took) : WebhookAnswer(Took);
}
