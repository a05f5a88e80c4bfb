using PayPage.Domain.Invoices.Intake;
using static PayPage.Domain.Batches.Sheets.ColumnKind;
using static PayPage.Domain.Batches.Sheets.ColumnNeed;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>The columns of PayFort's batch files: the parameters of PAYMENT_LINK but for those that say who calls.</summary>
/// <remarks>The vendor's template is not public; this is our reading of it, written down in <c>docs/fortapi.md</c>.</remarks>
public static class FortColumns
{
    public const string Reference = "merchant_reference";
    public const string Expiry = "request_expiry_date";
    public const string Command = "service_command";
    public const string LinkCommand = "link_command";
    public const string LinkId = "payment_link_id";
    public const string Option = "payment_option";
    public const string ReturnUrl = "return_url";
    public const string PaymentLink = "PAYMENT_LINK";

    public static IReadOnlyList<BatchColumn> All { get; } =
    [
        new(Reference, ProposalFields.Number, Text, "Your own reference, unique.") { Need = Required, Set = (p, t) => p with { Number = t } },
        new("amount", ProposalFields.Total, Amount, "In the currency’s smallest unit: 50000 for 500 AED.") { Need = Required, Set = (p, t) => p with { Total = t } },
        new("currency", ProposalFields.Currency, ColumnKind.Currency, "Three letters of ISO 4217.") { Need = Required, Set = (p, t) => p with { Currency = t } },
        new("language", ProposalFields.Language, Text, "en or ar.") { Need = Required, Set = (p, t) => p with { Language = t } },
        new("customer_email", ProposalFields.CustomerEmail, Text, "The payer’s address.") { Need = Required, Set = (p, t) => p with { CustomerEmail = t } },
        new(Expiry, ProposalFields.ExpirationDate, Instant, "For example 2027-12-20T15:36:55+03:00.") { Need = Required, Set = (p, t) => p with { ExpirationDate = t, DueDate = p.DueDate ?? t } },
        new("notification_type", ProposalFields.Delivery, ColumnKind.Delivery, "SMS, EMAIL, NONE, with commas between.") { Need = Required, Set = (p, t) => p with { Delivery = t } },
        new("order_description", ProposalFields.Description, Text, "What it is for.") { Set = (p, t) => p with { Description = t } },
        new("customer_name", ProposalFields.CustomerName, Text, "Who is to pay.") { Set = (p, t) => p with { CustomerName = t } },
        new("customer_phone", ProposalFields.CustomerPhone, Phone, "For example 00962797219966.") { Set = (p, t) => p with { CustomerPhone = t } },
        new(Command, Command, ColumnKind.Command, "PAYMENT_LINK."),
        new(LinkCommand, LinkCommand, ColumnKind.Command, "PURCHASE."),
        new(LinkId, LinkId, Text, "Your own id of the link."),
        new(Option, Option, Text, "Must be empty: the payer chooses."),
        new(ReturnUrl, ReturnUrl, Text, "Where the payer may go afterwards."),
    ];
}
