using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases;

/// <summary>For whom something is done, proven at the door. Every query a use case makes is bounded to it.</summary>
/// <param name="Actor">For the history: an id, never a name.</param>
internal sealed record Caller(MerchantId MerchantId, Mode Mode, string Actor);
