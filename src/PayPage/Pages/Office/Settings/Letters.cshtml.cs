using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>What mails and papers say in the merchant's own words.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class LettersModel(ShowSettings showSettings, ChangeLetters changeLetters) : SettingsPage(showSettings)
{
    /// <summary>All that <see cref="Domain.Delivery.MailTemplate"/> knows. A test compares.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Placeholders { get; } =
    [
        ("customer_name", "The customer’s name, as on the invoice"),
        ("amount", "What is due, with its currency, as the customer’s language writes it"),
        ("currency", "The three letters of the currency, such as EUR"),
        ("due_date", "The day by which it is to be paid"),
        ("invoice_number", "The invoice’s number"),
        ("merchant_name", "Your display name"),
        ("secure_payment_url", "The link to pay; in the message only, for subjects are shown on locked screens"),
    ];

    public override string Part => "letters";

    [BindProperty]
    [FromForm]
    public string? MailSubject { get; set; }

    [BindProperty]
    [FromForm]
    public string? MailMessage { get; set; }

    [BindProperty]
    [FromForm]
    public string? Legal { get; set; }

    [BindProperty]
    [FromForm]
    public string? Paper { get; set; }

    protected override string Heading => "Mails and PDFs";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = Enum.GetValues<Paper>().Where(paper => $"{paper}" == Paper).ToList() is [var size]
            ? await changeLetters.HandleAsync(Caller.MerchantId, new Letters(MailSubject, MailMessage, Legal, size), Seen, ct)
            : new SettingsOutcome.Faulty(new Dictionary<string, string> { [nameof(Paper)] = "Choose one of the sizes on the list." });

        return await AfterAsync(outcome, ct);
    }

    protected override void Fill(Merchant merchant) =>
        (MailSubject, MailMessage, Legal, Paper) = (merchant.MailSubject, merchant.MailMessage, merchant.Legal, $"{merchant.Paper}");

    protected override void Remember(Merchant merchant) => Seen = Letters.StampOf(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant) =>
    [
        (nameof(MailSubject), MailSubject, merchant.MailSubject), (nameof(MailMessage), MailMessage, merchant.MailMessage),
        (nameof(Legal), Legal, merchant.Legal), (nameof(Paper), Paper, $"{merchant.Paper}"),
    ];
}
