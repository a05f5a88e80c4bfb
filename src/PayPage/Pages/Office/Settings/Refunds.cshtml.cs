using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>What becomes of money that nobody expected any more, and how money goes back.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class RefundsModel(ShowSettings showSettings, ChangeRefundRules changeRules) : SettingsPage(showSettings)
{
    /// <summary>The cases in the order in which they are asked about, with what is done in each.</summary>
    public static readonly IReadOnlyList<(string Field, string Case, string Example, string Keep, string GiveBack)> Cases =
    [
        ("Late", "Money that comes late", "A payment was given up, and its money comes all the same. The invoice still has room for it.",
            "Keep it: it pays the invoice", "Give it back: the invoice stays open"),
        ("Double", "Money that comes twice", "The invoice was paid already, or others are paying it at that moment.",
            "Keep it, until you have decided", "Give it back"),
        ("Over", "Money that is too much", "More comes than is still due. What is due is paid in any case.",
            "Keep the rest, until you have decided", "Give the rest back"),
        ("AfterCancel", "Money after a cancellation", "You canceled the invoice, and its payer’s money comes all the same.",
            "Keep it, until you have decided", "Give it back"),
    ];

    public override string Part => "refunds";

    [BindProperty]
    [FromForm]
    public RefundRules Input { get; set; } = new(null, null, null, null, null, null, null);

    /// <summary>Whom to thank or to blame.</summary>
    public static string WhoMay => string.Join(", ", Rights.RolesThatMay(Right.RefundPayments).Select(RoleWords.Name));

    protected override string Heading => "Refunds";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AfterAsync(await changeRules.HandleAsync(Caller.MerchantId, Input, Seen, ct), ct);

    public string? Chosen(string field) => field switch
    {
        "Late" => Input.Late,
        "Double" => Input.Double,
        "Over" => Input.Over,
        _ => Input.AfterCancel,
    };

    /// <summary>For the overview: in how many of the cases money goes back by itself.</summary>
    public static string InShort(StrayPolicies policies) =>
        Cases.Count(c => PolicyOf(policies, c.Field) == StrayMoneyPolicy.Refund) switch
        {
            0 => "kept, until you have decided",
            var all when all == Cases.Count => "given back",
            var some => $"given back in {some} of {Cases.Count} cases",
        };

    protected override void Fill(Merchant merchant) => Input = RefundRules.Of(merchant);

    protected override void Remember(Merchant merchant) => Seen = RefundRules.StampOf(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant)
    {
        var now = RefundRules.Of(merchant);
        return
        [
            (nameof(Input.Late), Plain(Input.Late), Plain(now.Late)), (nameof(Input.Double), Plain(Input.Double), Plain(now.Double)),
            (nameof(Input.Over), Plain(Input.Over), Plain(now.Over)), (nameof(Input.AfterCancel), Plain(Input.AfterCancel), Plain(now.AfterCancel)),
            (nameof(Input.Proof), Input.Proof, now.Proof), (nameof(Input.Limit), Input.Limit, now.Limit), (nameof(Input.Currency), Input.Currency, now.Currency),
        ];
    }

    private static StrayMoneyPolicy PolicyOf(StrayPolicies policies, string field) => field switch
    {
        "Late" => policies.Late,
        "Double" => policies.Double,
        "Over" => policies.Over,
        _ => policies.AfterCancel,
    };

    private static string? Plain(string? policy) => policy == nameof(StrayMoneyPolicy.Refund) ? "give back" : "keep";
}
