using PayPage.Domain.Invoices.Intake;

namespace PayPage.Pages.Office.Invoices;

/// <summary>From the form to the proposal that it posts, and back.</summary>
internal static class InvoiceFormText
{
    public static InvoiceForm Form(InvoiceProposal proposal) => new()
    {
        Number = proposal.Number,
        CustomerName = proposal.CustomerName,
        CustomerEmail = proposal.CustomerEmail,
        CustomerPhone = proposal.CustomerPhone,
        MerchantCustomerId = proposal.MerchantCustomerId,
        CompanyName = proposal.CompanyName,
        BillingAddress = proposal.BillingAddress,
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

    /// <summary>Of an invoice with lines no total is asked.</summary>
    public static InvoiceProposal Proposal(InvoiceForm form) => new()
    {
        Number = form.Number,
        CustomerName = form.CustomerName,
        CustomerEmail = form.CustomerEmail,
        CustomerPhone = form.CustomerPhone,
        MerchantCustomerId = form.MerchantCustomerId,
        CompanyName = form.CompanyName,
        BillingAddress = form.BillingAddress,
        Description = form.Description,
        Instructions = form.Instructions,
        DueDate = form.DueDate,
        ExpirationDate = form.ExpirationDate,
        Currency = form.Currency,
        Total = form.Lines.Count == 0 ? form.Total : null,
        MinimumPart = form.MinimumPart,
        DiscountAmount = form.DiscountAmount,
        DiscountPercent = form.DiscountPercent,
        TaxType = form.TaxType,
        TaxAmount = form.TaxAmount,
        TaxRate = form.TaxRate,
        FreightAmount = form.FreightAmount,
        FreightTaxable = form.FreightTaxable,
        FreightTaxRate = form.FreightTaxRate,
        Language = form.Language,
        TransactionReference = form.TransactionReference,
        Delivery = form.Delivery,
        AllowsParts = form.AllowsParts,
        AsksPhone = form.AsksPhone,
        AsksShipping = form.AsksShipping,
        IncludesLink = form.IncludesLink,
        Lines = [.. form.Lines.Select(line => line.ToProposal())],
    };

    /// <summary>Writes into the form to whom the proposal is addressed; everything else stays as typed.</summary>
    public static void Address(InvoiceForm form, InvoiceProposal proposal)
    {
        (form.CustomerName, form.CustomerEmail, form.CustomerPhone) = (proposal.CustomerName, proposal.CustomerEmail, proposal.CustomerPhone);
        (form.CompanyName, form.MerchantCustomerId, form.IncludesLink) = (proposal.CompanyName, proposal.MerchantCustomerId, proposal.IncludesLink);
    }
}
