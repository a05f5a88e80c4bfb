using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What an account administrator is told of a file of invoices. In English, as the back office is (decision 0018).</summary>
internal static class BatchMails
{
    private const string NotExpected = "You did not expect this file? Look who uploaded it: it stands on its page.";

    public static (string Subject, MailBody Body) OfReceipt(ColleagueMail.OfBatchReceived mail) => (
        $"{Test(mail.Batch)}We have received {mail.Batch.FileName}",
        Greeting(mail.Name)
            .Paragraph([new("The file "), Value(mail.Batch.FileName), new(" has come in and is being checked. Nothing is made of it and nobody is written to before it is processed.")])
            .Fact("Reference", mail.Batch.Reference)
            .Fact("Received", When(mail.Batch.At))
            .Button("See how far it is", mail.Link)
            .Aside(NotExpected));

    public static (string Subject, MailBody Body) OfValidation(ColleagueMail.OfBatchValidated mail) => mail.Batch.Refusal is { } refusal
        ? (
            $"{Test(mail.Batch)}{mail.Batch.FileName} could not be read",
            Greeting(mail.Name)
                .Paragraph([new("The file "), Value(mail.Batch.FileName), new(" could not be read, and nothing was made of it.")])
                .Quote(refusal)
                .Fact("Reference", mail.Batch.Reference)
                .Button("See what to do", mail.Link))
        : (
            $"{Test(mail.Batch)}{Invoices(mail.Batch.Good)} in {mail.Batch.FileName} can be made",
            Greeting(mail.Name)
                .Paragraph([new("The file "), Value(mail.Batch.FileName), new(" was checked. Nothing was made of it yet.")])
                .Figure("Good invoices", Count(mail.Batch.Good), Sums(mail.Batch))
                .Fact("Invoices with mistakes", Count(mail.Batch.Bad))
                .Fact("Rows in the file", Count(mail.Batch.Rows))
                .Fact("Reference", mail.Batch.Reference)
                .Button(mail.Batch.Bad == 0 ? "Look, and send them" : "See the mistakes", mail.Link));

    public static (string Subject, MailBody Body) OfProcessing(ColleagueMail.OfBatchProcessed mail) => (
        $"{Test(mail.Batch)}{Invoices(mail.Batch.Created)} made from {mail.Batch.FileName}",
        Greeting(mail.Name)
            .Paragraph([new("The file "), Value(mail.Batch.FileName), new(" was processed. Mails and text messages leave one after the other; each invoice shows whether its own has left.")])
            .Figure("Invoices made", Count(mail.Batch.Created), Sums(mail.Batch))
            .Fact("Rows of which nothing was made", Count(mail.Batch.NotMadeRows))
            .Fact("Rows in the file", Count(mail.Batch.Rows))
            .Fact("Reference", mail.Batch.Reference)
            .Paragraph(mail.Files.Count > 0
                ? "What became of each row stands in the file attached, with the link of each invoice: whoever has a link can see and pay that invoice."
                : "The file that says what became of each row is too large for a mail: you find it on the page of this file.")
            .Button("See what became of it", mail.Link));

    private static MailBody Greeting(string name) => new MailBody().Paragraph([new("Hello "), Value(name), new(",")]);

    private static MailBody.Run Value(string text) => new(text, IsValue: true);

    private static string Test(BatchCard batch) => batch.Mode == Mode.Test ? "[Test] " : "";

    private static string When(DateTimeOffset at) => Languages.Default.Universal(at);

    private static string Invoices(int number) => number == 1 ? "1 invoice" : $"{Count(number)} invoices";

    private static string Count(int number) => Languages.Default.Count(number);

    private static string? Sums(BatchCard batch) => batch.Sums.Count == 0 ? null : string.Join(" + ", batch.Sums.Select(sum => Languages.Default.Sum(sum)));
}
