using PayPage.Data.HotReads;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Previews;

/// <summary>Whose invoice is shown, saved or not. Nothing of it belongs to a context: it may be changed freely and is never saved.</summary>
/// <param name="Logo">The picture that <see cref="Merchant.Logo"/> names; null where there is none.</param>
internal sealed record PreviewSubject(Merchant Merchant, MerchantLogo? Logo, Invoice Invoice);

/// <summary>What may become of a link, put together as the database would hold it.</summary>
/// <param name="ReturnSecret">The secret in the imagined payer's browser; null where he has none.</param>
/// <param name="Payment">The one that his mail tells of; null where there was none.</param>
/// <param name="Receipt">Of that payment; null while there is no money.</param>
internal sealed record ImaginedLink(LinkFacts Facts, string? ReturnSecret, Payment? Payment, Receipt? Receipt);

/// <param name="At">Now, for all that a preview says of times.</param>
/// <param name="Faults">What is wrong with the form; a sample stands there in the preview.</param>
/// <param name="Subject">Null when too much is missing to show anything: <paramref name="Faults"/> says what.</param>
internal sealed record Preview(PreviewWish Wish, DateTimeOffset At, IReadOnlyList<FieldFault> Faults, PreviewSubject? Subject);
