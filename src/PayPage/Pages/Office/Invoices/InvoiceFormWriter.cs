using PayPage.Domain.Invoices.Intake;

namespace PayPage.Pages.Office.Invoices;

/// <summary>From a proposal to the form that would post it.</summary>
internal static class InvoiceFormWriter
{
    public static InvoiceForm Form(InvoiceProposal proposal) => new()
    {
        Number = proposal.Number,
        CustomerName = proposal.CustomerName,
        CustomerEmail = proposal.CustomerEmail,
        CustomerPhone = proposal.CustomerPhone,
        MerchantCustomerId = proposal.MerchantCustomerId,
        CompanyName = proposal.CompanyName,
        Description = proposal.Description,
        Instructions = proposal.Instructions,
        DueDate = proposal.DueDate,
        ExpirationDate = proposal.ExpirationDate,
        Currency = proposal.Currency,
        Total = proposal.Total,
        MinimumPart = proposal.MinimumPart,
        DiscountAmount = proposal.DiscountAmount,
        DiscountPercent = proposal.DiscountPercent,
        TaxType = proposal.TaxType,
        TaxAmount = proposal.TaxAmount,
        TaxRate = proposal.TaxRate,
        FreightAmount = proposal.FreightAmount,
        FreightTaxable = proposal.FreightTaxable,
        FreightTaxRate = proposal.FreightTaxRate,
        Language = proposal.Language,
        TransactionReference = proposal.TransactionReference,
        Delivery = proposal.Delivery,
        AllowsParts = proposal.AllowsParts,
        AsksPhone = proposal.AsksPhone,
        AsksShipping = proposal.AsksShipping,
        IncludesLink = proposal.IncludesLink,
        Lines = [.. proposal.Lines.Select(LineForm.Of)],
    };
}
