using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Unit.Domain.Invoices.Intake;

/// <summary>Proposals that are right, to be spoilt one field at a time.</summary>
internal static class Proposals
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>12.50 dollars without lines.</summary>
    public static InvoiceProposal Plain => new() { Description = "Work", DueDate = "2026-12-01", Currency = "USD", Total = "12.50" };

    public static InvoiceProposal Of(params LineProposal[] lines) => new() { DueDate = "2026-12-01", Currency = "USD", Lines = lines };

    public static LineProposal Line(string price, string? quantity = null) => new() { Name = "Thing", UnitPrice = price, Quantity = quantity };

    public static NewInvoice Accepted(InvoiceProposal proposal)
    {
        var reading = ProposalReader.Read(proposal, Today);
        Assert.True(reading is ProposalReading.Read, string.Join('\n', (reading as ProposalReading.Faulty)?.Faults ?? []));
        return ((ProposalReading.Read)reading).Invoice;
    }

    public static IReadOnlyList<FieldFault> Faults(InvoiceProposal proposal) =>
        Assert.IsType<ProposalReading.Faulty>(ProposalReader.Read(proposal, Today)).Faults;

    public static FieldFault Fault(InvoiceProposal proposal) => Assert.Single(Faults(proposal));
}
