using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Previews;

/// <summary>Makes of an invoice that is still being written one that can be shown: what cannot be read is left out, and for what must not be missing a sample stands in.</summary>
internal static class MendProposal
{
    // A fault may hide another; behind these many there is none that leaving out would cure.
    private const int MostRounds = 4;

    /// <param name="today">The date at the merchant's place.</param>
    /// <returns>The faults of what was typed, and the invoice; null where mending does not help, such as where nothing is to be paid.</returns>
    public static (NewInvoice? Invoice, IReadOnlyList<FieldFault> Faults) Of(InvoiceProposal proposal, Merchant merchant, DateOnly today)
    {
        var reading = ProposalReader.Read(proposal, today);
        var faults = (reading as ProposalReading.Faulty)?.Faults ?? [];

        for (var round = 0; round < MostRounds && reading is ProposalReading.Faulty faulty; round++)
        {
            proposal = faulty.Faults.Aggregate(proposal, (mended, fault) => mended.With(fault.Field, SampleFor(fault.Field, mended, merchant, today)));
            reading = ProposalReader.Read(proposal, today);
        }

        return ((reading as ProposalReading.Read)?.Invoice, faults);
    }

    /// <returns>Null where nothing is needed.</returns>
    private static string? SampleFor(string field, InvoiceProposal proposal, Merchant merchant, DateOnly today) => field switch
    {
        ProposalFields.DueDate => today.AddDays(merchant.DueDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ProposalFields.Currency => (merchant.DefaultCurrency ?? Currency.Usd).Code,
        ProposalFields.Description when proposal.Lines.Count == 0 => "What this invoice is for",
        ProposalFields.Total when proposal.Lines.Count == 0 => "100",
        _ when field.EndsWith($".{LineFields.Name}", StringComparison.Ordinal) => "What this line is for",
        _ when field.EndsWith($".{LineFields.UnitPrice}", StringComparison.Ordinal) => "0",
        _ => null,
    };
}
