using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Processors;
using PayPage.UseCases.Accounts;
using PayPage.Wording;

namespace PayPage.Pages.Office.Settings.Processors;

/// <summary>What the pages about accounts at processors share.</summary>
internal abstract class AccountPage : OfficePage
{
    /// <summary><c>acc_…</c>; empty where no account is meant.</summary>
    [FromRoute(Name = "account")]
    public string AccountText { get; init; } = "";

    /// <summary>The account's version when the form was shown.</summary>
    [BindProperty, FromForm]
    public string? Seen { get; set; }

    [BindProperty, FromForm]
    public AccountForm Form { get; set; } = new();

    /// <summary>One that nobody has, where the address names none.</summary>
    protected ProcessorAccountId AccountId => ProcessorAccountId.TryParse(AccountText, out var id) ? id : default;

    // What is no version was never one: somebody else's it is then.
    protected long SeenVersion => long.TryParse(Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    public string AccountPath(ProcessorAccountId id) => Path($"settings/processor/{id}");

    public string Moment(DateTimeOffset at) => Words.Moment(at, Merchant.Zone);

    public static string MoneyWords(Domain.Mode mode) => mode == Domain.Mode.Live ? "Live: real money" : "Test: no money moves";

    public static string StyleWords(CheckoutStyle style) => style == CheckoutStyle.OnPage ? "On your page" : "On the processor’s page";

    public static (string Word, string Look) Badge(ShowAccounts.Line line) => line switch
    {
        { Account.RefusedSince: not null } => ("Key not accepted", "bad"),
        { IsInUse: true } => ("In use", "good"),
        { Account.IsDraft: true } => ("Not in use yet", "info"),
        _ => ("Not in use", "neutral"),
    };

    protected static string Written(long version) => version.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An account as it is typed. Keys are never shown again, so a blank one on a change means: as it is.</summary>
internal sealed class AccountForm
{
    public string? SecretKey { get; set; }

    public string? PublicKey { get; set; }

    public string? SigningSecret { get; set; }

    public bool DropsOldSecret { get; set; }

    public string? Style { get; set; } = $"{CheckoutStyle.OnPage}";

    public AccountWords Words => new(SecretKey, PublicKey, SigningSecret, DropsOldSecret, Style);
}
