using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Team;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What people who work here are told about their own accounts, and about what only they can mend. In English, as the back office is (decision 0018).</summary>
internal static class ColleagueMails
{
    public static (string Subject, MailBody Body) OfInvitation(ColleagueMail.OfInvitation mail) => (
        $"{mail.InvitedBy} invites you to {mail.Head.Name} on PayPage",
        new MailBody()
            .Paragraph([Value(mail.InvitedBy), new(" invites you to work for "), Value(mail.Head.Name), new($" as {mail.Role.Title()}.")])
            .Paragraph(mail.Role.Describe())
            .Button("Accept the invitation", mail.Link)
            .Aside($"The link works once, until {When(mail.Until)}. It leads to {mail.Host}.")
            .Aside("You did not expect this? Then do nothing: without your answer nothing happens."));

    public static (string Subject, MailBody Body) OfReset(ColleagueMail.OfReset mail) => (
        "Set a new password for PayPage",
        Greeting(mail.Name)
            .Paragraph("Somebody, you we hope, asked to set a new password for your account.")
            .Button("Set a new password", mail.Link)
            .Aside($"The link works once, for {Length(mail.For)} from now. It leads to {mail.Host}.")
            .Aside("You did not ask? Then do nothing: your password stays as it is."));

    public static (string Subject, MailBody Body) OfPassword(ColleagueMail.OfPassword mail) => (
        "Your password for PayPage was changed",
        Greeting(mail.Name)
            .Paragraph($"Your password was changed on {When(mail.At)}. Whoever was signed in with the old one elsewhere is signed out.")
            .Paragraph("You did that? Then all is well. If not, set a new password at once, and tell whoever looks after this site.")
            .Button("I did not do that", mail.Help)
            .Aside($"The link leads to {mail.Host}."));

    public static (string Subject, MailBody Body) OfSecurity(ColleagueMail.OfSecurity mail) => (
        "How you sign in to PayPage was changed",
        Greeting(mail.Name)
            .Paragraph($"How you sign in was changed on {When(mail.At)}. This is how it is now:")
            .Fact("Authenticator app", mail.Now.HasAuthenticator ? "on" : "off")
            .Fact("Recovery codes left", mail.Now.HasAuthenticator ? Count(mail.Now.RecoveryCodes) : null)
            .Fact("Passkeys", mail.Now.Passkeys.Count == 0 ? "none" : string.Join(", ", mail.Now.Passkeys))
            .Paragraph("You did that? Then all is well. If not, sign in, change your password, and tell whoever looks after this site.")
            .Button("Look at my account", mail.Account)
            .Aside($"The link leads to {mail.Host}."));

    public static (string Subject, MailBody Body) OfWebhook(ColleagueMail.OfWebhook mail) => (
        mail.Because is null ? "Your webhook endpoint cannot be reached" : "Your webhook endpoint was turned off",
        new MailBody()
            .Paragraph(mail.Because is null
                ? "For a day every try to tell this endpoint of events has failed. We go on trying; should it fail for five days, it is turned off."
                : "We have stopped telling this endpoint of events. What happens from now on is not kept for it, but your systems can read it from the feed of events.")
            .Fact("Endpoint", mail.Url)
            .Fact("Failing since", mail.FailingSince is { } since ? When(since) : null)
            .Fact("Reason", mail.Because)
            .Paragraph(mail.Because is null
                ? "Nothing is lost: each event is tried for about three days and can be sent again after that."
                : "Mend it and turn it on again. What failed can then be sent again from its page.")
            .Button("Look at its log", mail.Page)
            .Aside($"The link leads to {mail.Host}."));

    public static (string Subject, MailBody Body) OfReport(ColleagueMail.OfReport mail)
    {
        var days = (mail.From, mail.To) switch
        {
            ({ } first, { } last) when first == last => Languages.Default.Date(first),
            ({ } first, { } last) => $"{Languages.Default.Date(first)} to {Languages.Default.Date(last)}",
            _ => "all days",
        };
        var body = new MailBody().Paragraph([new("Here is the report "), Value(mail.Name), new(" of "), Value(mail.Head.Name), new($": {days}.")]);

        foreach (var (label, value) in mail.Sums)
        {
            body.Fact(label, value);
        }

        body.Paragraph(mail.IsAttached ? "The lines are attached as a CSV file." : "The file is too large for a mail. Whoever may see reports can download it here.")
            .Button("Open the report", mail.Link)
            .Aside($"The link leads to {mail.Host}, and works only for people who sign in there and may see reports.");

        return ($"{(mail.Mode == Mode.Test ? "[Test] " : "")}Report: {mail.Name}, {days}", body);
    }

    private static MailBody Greeting(string name) => new MailBody().Paragraph([new("Hello "), Value(name), new(",")]);

    private static MailBody.Run Value(string text) => new(text, IsValue: true);

    /// <summary>A person belongs to no merchant's zone, so the world's is named.</summary>
    private static string When(DateTimeOffset at) => Languages.Default.Universal(at);

    private static string Length(TimeSpan time) => time == TimeSpan.FromHours(1) ? "one hour" : $"{Count((int)time.TotalMinutes)} minutes";

    private static string Count(int number) => Languages.Default.Count(number);
}
