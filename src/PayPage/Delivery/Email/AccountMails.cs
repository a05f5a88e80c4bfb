using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>The words of mails about a merchant's account at a processor.</summary>
internal static class AccountMails
{
    public static (string Subject, MailBody Body) OfUse(ColleagueMail.OfAccountInUse mail) => (
        $"{(mail.Mode == Mode.Test ? "[Test] " : "")}Payments to {mail.Merchant} now go through {mail.Processor}",
        new MailBody()
            .Paragraph([new("From now on what customers pay to "), new(mail.Merchant, IsValue: true), new($" goes through this account at {mail.Processor}. Payments that were begun before go on where they were begun.")])
            .Fact("Account", mail.OwnId ?? mail.Processor)
            .Fact("Money", mail.Mode == Mode.Live ? "live: real money" : "test: no money moves")
            .Fact("Since", When(mail.At))
            .Paragraph("If none of you did this, look at it at once: somebody who can change this can lead your money elsewhere.")
            .Button("Look at the account", mail.Page)
            .Aside($"The link leads to {mail.Host}."));

    public static (string Subject, MailBody Body) OfRefusal(ColleagueMail.OfRefusedKey mail) => (
        $"Nobody can pay {mail.Merchant}: {mail.Processor} does not accept your key",
        new MailBody()
            .Paragraph($"{mail.Processor} no longer accepts the key with which we open payments for you. Until that is mended your customers are told that they cannot pay now; nobody is declined or charged.")
            .Fact("Key", mail.KeyEnd is null ? null : $"ends in {mail.KeyEnd}")
            .Fact("Since", When(mail.Since))
            .Paragraph($"Perhaps the key was replaced or removed at {mail.Processor}. Make a new one there, paste it here and test it. Payments that were under way are then asked for by themselves; nothing is lost.")
            .Button("Paste a new key", mail.Page)
            .Aside($"The link leads to {mail.Host}."));

    private static string When(DateTimeOffset at) => Languages.Default.Universal(at);
}
