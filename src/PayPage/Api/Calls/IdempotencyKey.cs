using PayPage.Domain.Calls;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.Api.Calls;

/// <summary>Behind a call's <c>Idempotency-Key</c>: an id of 128 bits that stays the same however often the call comes, also after a crash.</summary>
/// <param name="CameAt">When it first came.</param>
/// <param name="IsTakenOver">Whether somebody may have worked on it before, without coming to an answer.</param>
internal sealed record IdempotencyKey(KeptCallId Id, DateTimeOffset CameAt, bool IsTakenOver)
{
    public string CreationKey => Id.CreationKey;

    /// <summary>For a refund that the call makes: a second one of the same id cannot be.</summary>
    public RefundId RefundId => new(Id.Value);

    /// <summary>For a link that the call makes, likewise.</summary>
    public LinkId LinkId => new(Id.Value);

    /// <returns>Null where the call came without one: then it is new each time.</returns>
    public static IdempotencyKey? Of(HttpContext call) => call.Features.Get<IdempotencyKey>();
}
