using PayPage.Domain.Payments;

namespace PayPage.Domain.Delivery;

/// <summary>A dispute, for a mail about it.</summary>
/// <param name="Reason">In the processor's word; null where none is given.</param>
/// <param name="EvidenceBy">Until when the bank waits; null where it waits for nothing.</param>
/// <param name="Zone">The merchant's, for that time.</param>
/// <param name="Customer">As the invoice names him; null where it does not.</param>
/// <param name="Payment">Its reference.</param>
/// <param name="Instrument">E.g. <c>Visa •••• 4242</c>.</param>
/// <param name="GivenBack">What of a lost one had paid the invoice.</param>
/// <param name="Mode">In test mode the subject says so.</param>
public sealed record DisputeCard(
    DisputeState State, Money Amount, string? Reason, DateTimeOffset? EvidenceBy, TimeZoneInfo Zone, string Number, string? Customer, string Payment,
    string? Instrument, Money GivenBack, Mode Mode);
