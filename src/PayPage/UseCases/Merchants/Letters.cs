using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>What a merchant's mails and papers say in his own words.</summary>
/// <param name="MailSubject">Of invoice mails, with placeholders.</param>
/// <param name="MailMessage">In invoice mails in place of ours, with placeholders.</param>
/// <param name="Legal">Register and tax numbers, one per line.</param>
internal sealed record Letters(string? MailSubject, string? MailMessage, string? Legal, Paper Paper)
{
    public static Letters Of(Merchant merchant) => new(merchant.MailSubject, merchant.MailMessage, merchant.Legal, merchant.Paper);

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(Of(merchant));
}
