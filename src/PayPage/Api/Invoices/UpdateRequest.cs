using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Api.Invoices;

/// <summary>What a PUT means: what the dialect knows is replaced, left out is gone. What it does not know stays, or its clients would wipe out what they never saw.</summary>
internal static class UpdateRequest
{
    /// <param name="said">As the body has it.</param>
    public static InvoiceProposal For(this InvoiceProposal said, Invoice invoice) => said with
    {
        Number = null,
        Currency = invoice.Currency.Code,
        PartnerDeveloper = null,
        PartnerSolution = null,

        // A draft of which nothing was said goes out as a new invoice would of which nothing is said.
        Delivery = !string.IsNullOrWhiteSpace(said.Delivery) || invoice is { Stage: InvoiceStage.Draft, Delivery: DeliveryMode.None } ? said.Delivery : $"{invoice.Delivery}",

        // Only a draft can be published; whatever is out already goes out again by its own call alone.
        Publish = invoice.Stage != InvoiceStage.Draft && bool.TryParse(said.Publish, out _) ? null : said.Publish,

        CustomerPhone = said.CustomerPhone ?? invoice.BillTo.Phone,
        BillingAddress = said.BillingAddress ?? invoice.BillTo.Address,
        Instructions = said.Instructions ?? invoice.Instructions,
        Language = said.Language ?? invoice.Language,
        IncludesLink = said.IncludesLink ?? $"{invoice.IncludesLink}",
        Unreadable =
        [
            .. said.Unreadable,
            .. Fixed(ProposalFields.Number, said.Number, invoice.Number, "The number of an invoice never changes. Leave it out."),
            .. Fixed(ProposalFields.Currency, said.Currency, invoice.Currency.Code, $"The currency of an invoice never changes: write {invoice.Currency.Code}, or make another invoice."),
            .. Fixed(ProposalFields.PartnerDeveloper, said.PartnerDeveloper, invoice.PartnerDeveloperId, "This stays as it was when the invoice was made. Leave it out."),
            .. Fixed(ProposalFields.PartnerSolution, said.PartnerSolution, invoice.PartnerSolutionId, "This stays as it was when the invoice was made. Leave it out."),
        ],
    };

    private static IEnumerable<FieldFault> Fixed(string field, string? said, string? kept, string message) =>
        said is null || said.Trim() == kept ? [] : [new FieldFault(field, FaultKind.Invalid, message)];
}
