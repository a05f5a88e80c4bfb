using PayPage.Domain.Invoices.Intake;
using static PayPage.Domain.Batches.Sheets.ColumnKind;
using static PayPage.Domain.Batches.Sheets.ColumnNeed;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>The columns of our own files: what AcountPay's have, and all that an invoice may have beside it. <c>docs/batches.md</c> is held against this list by a test.</summary>
public static class HouseColumns
{
    public const string Number = "invoice_number";
    public const string CustomerEmail = "customer_email";
    public const string Delivery = "delivery";

    public static IReadOnlyList<BatchColumn> All { get; } =
    [
        new(Number, ProposalFields.Number, Text, "Your own number, different for each invoice. Leave it empty and we number it. Rows below each other with the same number are the lines of one invoice.", "2026-1041")
            { Aliases = ["number", "invoice", "invoice_no", "invoice_id"], Set = (p, t) => p with { Number = t } },
        new("customer_name", ProposalFields.CustomerName, Text, "Who is to pay.", "Tanya Lee")
            { Aliases = ["name", "customer"], Need = Required, Set = (p, t) => p with { CustomerName = t } },
        new(CustomerEmail, ProposalFields.CustomerEmail, Text, "Where the invoice and its receipts go. May be empty only where delivery is sms or none.", "tanya.lee@example.com")
            { Aliases = ["email", "e_mail", "mail"], Need = Required, Set = (p, t) => p with { CustomerEmail = t } },
        new("amount", ProposalFields.Total, Amount, "The whole of the invoice. May be left out where items are given; where both are given they must agree.", "125.00")
            { Aliases = ["total", "total_amount"], Need = OneOfTwo, Set = (p, t) => p with { Total = t } },
        new("currency", ProposalFields.Currency, ColumnKind.Currency, "Three letters of ISO 4217.", "EUR")
            { Need = Required, Set = (p, t) => p with { Currency = t } },
        new("due_date", ProposalFields.DueDate, Date, "The day by which it is to be paid, best as YYYY-MM-DD.", "2027-01-31")
            { Aliases = ["due"], Need = Required, Set = (p, t) => p with { DueDate = t } },
        new("description", ProposalFields.Description, Text, "What it is for. May be left out where items are given.", "Flowers for the wedding")
            { Aliases = ["service_description", "product_description"], Need = OneOfTwo, Set = (p, t) => p with { Description = t } },
        new("customer_phone", ProposalFields.CustomerPhone, Phone, "With the country’s code, for example +31612345678. Needed where delivery is sms or both.", "+31612345678")
            { Aliases = ["phone", "mobile", "phone_number"], Set = (p, t) => p with { CustomerPhone = t } },
        new("billing_address", ProposalFields.BillingAddress, Text, "The customer’s address, as it is to stand on the invoice.", "12 Mill Lane, Leeds LS1 4DY")
            { Aliases = ["address"], Set = (p, t) => p with { BillingAddress = t } },
        new("special_instructions", ProposalFields.Instructions, Text, "Words to this customer, shown with the invoice.", "Please quote your order number.")
            { Aliases = ["instructions", "notes"], Set = (p, t) => p with { Instructions = t } },
        new("customer_id", ProposalFields.MerchantCustomerId, Text, "Your own number of the customer.")
            { Aliases = ["customer_number"], Set = (p, t) => p with { MerchantCustomerId = t } },
        new("company", ProposalFields.CompanyName, Text, "The customer’s company.")
            { Aliases = ["company_name"], Set = (p, t) => p with { CompanyName = t } },
        new("expiry_date", ProposalFields.ExpirationDate, Date, "The last day on which its link can be opened. Empty: twelve months after the due date.")
            { Aliases = ["expiration_date", "expires"], Set = (p, t) => p with { ExpirationDate = t } },
        new(Delivery, ProposalFields.Delivery, ColumnKind.Delivery, "email, sms, both or none. Empty: email.", "email")
            { Set = (p, t) => p with { Delivery = t } },
        new("language", ProposalFields.Language, Text, "en, es, fr, de, pt, nl or ar. Empty: as the payer’s browser asks.")
            { Set = (p, t) => p with { Language = t } },
        new("part_payments", ProposalFields.AllowsParts, Flag, "yes or no: whether it may be paid in parts. Empty: no.")
            { Aliases = ["allow_partial_payments", "partial_payments"], Set = (p, t) => p with { AllowsParts = t } },
        new("minimum_payment", ProposalFields.MinimumPart, Amount, "The least that may be paid at once.")
            { Aliases = ["minimum_partial_amount"], Set = (p, t) => p with { MinimumPart = t } },
        new("include_link", ProposalFields.IncludesLink, Flag, "yes or no: whether mails and papers carry a link to pay. Empty: as your settings have it.")
            { Set = (p, t) => p with { IncludesLink = t } },
        new("discount_amount", ProposalFields.DiscountAmount, Amount, "A discount on the whole invoice.") { Set = (p, t) => p with { DiscountAmount = t } },
        new("discount_percent", ProposalFields.DiscountPercent, Percent, "The same in percent; give one of the two.") { Set = (p, t) => p with { DiscountPercent = t } },
        new("tax_type", ProposalFields.TaxType, Text, "What the tax is called, for example VAT.") { Set = (p, t) => p with { TaxType = t } },
        new("tax_amount", ProposalFields.TaxAmount, Amount, "The tax on the whole invoice.") { Set = (p, t) => p with { TaxAmount = t } },
        new("tax_rate", ProposalFields.TaxRate, Percent, "The same in percent; give one of the two.") { Set = (p, t) => p with { TaxRate = t } },
        new("freight_amount", ProposalFields.FreightAmount, Amount, "What delivery of the goods costs.") { Set = (p, t) => p with { FreightAmount = t } },
        new("freight_taxable", ProposalFields.FreightTaxable, Flag, "yes or no: whether that is taxed.") { Set = (p, t) => p with { FreightTaxable = t } },
        new("freight_tax_rate", ProposalFields.FreightTaxRate, Percent, "By how many percent.") { Set = (p, t) => p with { FreightTaxRate = t } },
        new("transaction_reference", ProposalFields.TransactionReference, Text, "Letters and digits that your payment processor hands back.") { Set = (p, t) => p with { TransactionReference = t } },
        new("ask_phone", ProposalFields.AsksPhone, Flag, "yes or no: whether the payer is asked for a telephone number.") { Set = (p, t) => p with { AsksPhone = t } },
        new("ask_shipping", ProposalFields.AsksShipping, Flag, "yes or no: whether the payer is asked where to deliver.") { Set = (p, t) => p with { AsksShipping = t } },
        new("item_name", LineFields.Name, Text, "One line of the invoice: what it is. Further lines stand in the rows below, with the same invoice_number.") { OfLine = true, SetLine = (l, t) => l with { Name = t } },
        new("item_sku", LineFields.Sku, Text, "Your article number.") { OfLine = true, SetLine = (l, t) => l with { Sku = t } },
        new("item_quantity", LineFields.Quantity, Figure, "How many. Empty: 1.") { OfLine = true, SetLine = (l, t) => l with { Quantity = t } },
        new("item_unit_price", LineFields.UnitPrice, Figure, "The price of one.") { Aliases = ["item_price"], OfLine = true, SetLine = (l, t) => l with { UnitPrice = t } },
        new("item_discount_amount", LineFields.DiscountAmount, Amount, "A discount on this line.") { OfLine = true, SetLine = (l, t) => l with { DiscountAmount = t } },
        new("item_discount_percent", LineFields.DiscountPercent, Percent, "The same in percent.") { OfLine = true, SetLine = (l, t) => l with { DiscountPercent = t } },
        new("item_tax_amount", LineFields.TaxAmount, Amount, "The tax on this line.") { OfLine = true, SetLine = (l, t) => l with { TaxAmount = t } },
        new("item_tax_rate", LineFields.TaxRate, Percent, "The same in percent.") { OfLine = true, SetLine = (l, t) => l with { TaxRate = t } },
        new("item_total", LineFields.Total, Amount, "What the line comes to. May be left out; where it is given it must agree.") { OfLine = true, SetLine = (l, t) => l with { Total = t } },
    ];
}
