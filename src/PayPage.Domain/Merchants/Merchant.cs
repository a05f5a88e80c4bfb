using PayPage.Domain.Documents;
using PayPage.Domain.Reminders;

namespace PayPage.Domain.Merchants;

/// <summary>Who is owed. Everything else belongs to exactly one merchant.</summary>
public sealed class Merchant
{
    public const int NameLength = 100;
    public const int LegalLength = 400;
    public const int NumberPrefixLength = 12;
    public const int ConfirmationEmailsLength = 1000;
    public const int VatNumberLength = 40;
    public const int BackAddressLength = 2048;

    public required MerchantId Id { get; init; }

    /// <summary>The name that payers know.</summary>
    public required string Name { get; set; }

    /// <summary>The name in the register, for papers; null where it is the same.</summary>
    public string? LegalName { get; set; }

    /// <summary>Where payers' questions and replies go, and confirmations where no other address is set.</summary>
    public required string Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>One line per line; null where the merchant shows none.</summary>
    public string? Address { get; set; }

    /// <summary>IANA name, e.g. <c>Europe/Amsterdam</c>. Due and expiration dates end at midnight there.</summary>
    public required string TimeZone { get; set; }

    /// <summary>BCP 47 tag: for mails to the merchant himself, and for payers of whom no other language is known.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The merchant's colour; null: the house's. Pages show it in the nearest shade that can be read (<see cref="BrandPalette"/>).</summary>
    public BrandColor? Color { get; set; }

    /// <summary>The logo on the pages, as the address of a <see cref="MerchantLogo"/>; null: the name's first letter.</summary>
    public string? Logo { get; set; }

    /// <summary>Where the merchant's terms of business are, <c>https</c>; null where there are none.</summary>
    public Uri? Terms { get; set; }

    /// <summary>Where it is said what becomes of payers' data, <c>https</c>; null where the merchant shows none.</summary>
    public Uri? Privacy { get; set; }

    /// <summary>Register and tax numbers as they stand on papers, one per line; null where the merchant gave none.</summary>
    public string? Legal { get; set; }

    /// <summary>The subject of invoice mails, with placeholders (<see cref="Delivery.MailTemplate"/>); null: the house's words.</summary>
    public string? MailSubject { get; set; }

    /// <summary>The merchant's own words in invoice mails, with placeholders; null: the house's words.</summary>
    public string? MailMessage { get; set; }

    /// <summary>The size of invoices and receipts on paper.</summary>
    public Paper Paper { get; set; }

    /// <summary>What a new invoice starts with; null: the merchant chooses each time.</summary>
    public Currency? DefaultCurrency { get; set; }

    /// <summary>In how many days a new invoice is due, unless said otherwise; 0 to 365.</summary>
    public int DueDays { get; set; } = 14;

    /// <summary>Whether a new invoice may be paid in parts, unless said otherwise.</summary>
    public bool AllowsParts { get; set; }

    /// <summary>The least part of a new invoice in minor units of <see cref="DefaultCurrency"/>; null: none is set.</summary>
    public long? MinimumPart { get; set; }

    /// <summary>Whether mails and papers of a new invoice carry a link to pay it, unless said otherwise.</summary>
    public bool AlwaysLink { get; set; } = true;

    /// <summary>What stands before the running number of invoices: letters, digits and hyphens.</summary>
    public string NumberPrefix { get; set; } = "INV-";

    /// <summary>For how many hours a link works after a person first opened it; null: as the site is set.</summary>
    public int? LinkHours { get; set; }

    /// <summary>Who is told of payments, one address per line; null: <see cref="Email"/>.</summary>
    public string? ConfirmationEmails { get; set; }

    /// <summary>Whether nobody is told of payments; of what goes wrong somebody is told all the same.</summary>
    public bool HearsNothingOfPayments { get; set; }

    /// <summary>Whether customers are reminded of what is due. Off until the merchant says so.</summary>
    public bool Reminds { get; set; }

    public ReminderPlan ReminderPlan { get; set; } = ReminderPlan.Usual;

    /// <summary>The merchant's own words in reminders, with placeholders; null: the house's words.</summary>
    public string? ReminderMessage { get; set; }

    /// <summary>How the parts of the pay page are called, and which are left out.</summary>
    public CustomLabels Labels { get; set; } = CustomLabels.None;

    /// <summary>Whether a new invoice asks its payer for a telephone number, unless said otherwise.</summary>
    public bool AsksPhone { get; set; }

    /// <summary>Whether a new invoice asks its payer where to send what he pays for, unless said otherwise.</summary>
    public bool AsksShipping { get; set; }

    /// <summary>Whether a payer of whom no e-mail address is known must give one.</summary>
    public bool AsksEmail { get; set; }

    /// <summary>Where a payer may go on whose payment came, <c>https</c>; null: nowhere. He is never led there on his own.</summary>
    public Uri? BackWhenPaid { get; set; }

    /// <summary>The same after a payment that was declined or came to nothing.</summary>
    public Uri? BackWhenRejected { get; set; }

    /// <summary>The same while bank money is on its way.</summary>
    public Uri? BackWhenPending { get; set; }

    /// <summary>As it was written, whatever the country; null where the merchant gave none.</summary>
    public string? VatNumber { get; set; }

    /// <summary>Whether payers see <see cref="VatNumber"/>.</summary>
    public bool ShowsVatNumber { get; set; }

    /// <summary>What the merchant's system said of its colours and its customers' language, to be given back as it was said.</summary>
    public DialectSettings Dialect { get; set; } = DialectSettings.None;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What becomes of money that came too late, twice, in excess, or after a cancellation. Default: keep it.</summary>
    public StrayPolicies StrayMoney { get; set; } = StrayPolicies.All(StrayMoneyPolicy.Keep);

    /// <summary>Whether colleagues who may give money back are never asked for their password again.</summary>
    public bool RefundsWithoutPassword { get; set; }

    /// <summary>What of one payment may go back before the password is asked for again; minor units of <see cref="RefundLimitCurrency"/>. 0: nothing.</summary>
    public long RefundLimit { get; set; }

    /// <summary>Null where <see cref="RefundLimit"/> is 0. In all other currencies the password is asked for always: nobody knows how much it is.</summary>
    public Currency? RefundLimitCurrency { get; set; }

    /// <summary>The last number that we gave to an invoice; raised by conditional UPDATE only.</summary>
    public long LastInvoiceNumber { get; private set; }

    /// <summary>The last number that was given to a receipt; raised by conditional UPDATE only.</summary>
    public long LastReceiptNumber { get; private set; }

    /// <summary>The last number that was given to a field of the merchant's own; raised by conditional UPDATE only.</summary>
    public long LastFieldNumber { get; private set; }

    public long Version { get; private set; }

    /// <summary>For previews, of a merchant that is never saved: the next invoice is to get this number.</summary>
    public void ImagineNumbers(string prefix, long next) => (NumberPrefix, LastInvoiceNumber) = (prefix, next - 1);

    /// <summary>Who is told of payments and of mails that came back: at least one address.</summary>
    public IReadOnlyList<string> ToldAddresses() => ConfirmationEmails?.Split('\n') ?? [Email];

    /// <summary>Whether a colleague must prove once more who he is before so much goes back.</summary>
    /// <param name="amount">With all that went back of the same payment before: in small pieces it is as much.</param>
    public bool RefundNeedsPassword(Money amount) =>
        !RefundsWithoutPassword && (RefundLimit == 0 || amount.Currency != RefundLimitCurrency || amount.Minor > RefundLimit);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
