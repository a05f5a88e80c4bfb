using System.Diagnostics;
using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Email;

/// <summary>The words of our mails. Each mail is a list of blocks; <see cref="MailBody"/> writes them as text and as HTML.</summary>
internal sealed class MailComposer : IMailComposer
{
    private const string Language = "en";
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en");

    public EmailMessage Compose(Mail mail, string to, string messageId, DateTimeOffset date)
    {
        var (subject, body) = mail switch
        {
            Mail.OfInvoice invoice => OfInvoice(invoice),
            Mail.OfFreshLink fresh => OfFreshLink(fresh),
            Mail.OfReceipt receipt => OfReceipt(receipt),
            Mail.OfConfirmation confirmation => OfConfirmation(confirmation),
            _ => throw new UnreachableException(),
        };
        var title = mail.Invoice.Mode == Mode.Test ? $"[Test] {subject}" : subject;
        Farewell(body, mail.Merchant);

        return new EmailMessage(
            messageId, mail.Merchant.Name, mail.Merchant.Email, to, FreeText.Clean(title), body.AsText(), body.AsHtml(title, Language), Language, date);
    }

    private static (string Subject, MailBody Body) OfInvoice(Mail.OfInvoice mail)
    {
        var body = Greeting(mail).Paragraph($"{mail.Merchant.Name} has sent you an invoice.");
        Facts(mail, body);
        body.Button("View and pay", mail.Link)
            .Paragraph("The link is yours alone: whoever has it can see and pay this invoice. Once you open it, it works for a limited time; after that you can ask for a new one on the same page.");

        return ($"Invoice {mail.Invoice.Number} from {mail.Merchant.Name}", body);
    }

    private static (string Subject, MailBody Body) OfFreshLink(Mail.OfFreshLink mail)
    {
        var body = Greeting(mail).Paragraph($"Here is the new link to your invoice from {mail.Merchant.Name} that you asked for.");
        Facts(mail, body);
        body.Button("View and pay", mail.Link).Paragraph("If you did not ask for this, you need not do anything.");

        return ($"Your new link for invoice {mail.Invoice.Number}", body);
    }

    private static (string Subject, MailBody Body) OfReceipt(Mail.OfReceipt mail)
    {
        var body = Greeting(mail).Paragraph($"Thank you. We have received your payment to {mail.Merchant.Name}.");
        Payment(mail, mail.Payment, body);

        if (mail.Payment.OwedBack.Minor > 0)
        {
            body.Paragraph(mail.Payment.GoesBack
                ? $"{mail.Payment.OwedBack.Show()} of it was more than the invoice needed and is being returned to where it came from."
                : $"{mail.Payment.OwedBack.Show()} of it was more than the invoice needed. {mail.Merchant.Name} will be in touch about it.");
        }

        if (mail.RestLink is { } link)
        {
            body.Paragraph($"{mail.Invoice.Due.Show()} is still to be paid. You can pay it with this new link:").Button("Pay the rest", link);
        }
        else if (mail.Invoice.Due.Minor <= 0)
        {
            body.Paragraph("The invoice is paid in full.");
        }

        return ($"Receipt for invoice {mail.Invoice.Number}: {mail.Payment.Amount.Show()}", body);
    }

    private static (string Subject, MailBody Body) OfConfirmation(Mail.OfConfirmation mail)
    {
        var body = new MailBody().Paragraph($"Invoice {mail.Invoice.Number} was paid{(mail.Invoice.Due.Minor > 0 ? " in part" : "")}.");
        Payment(mail, mail.Payment, body);
        body.Fact("Customer", mail.Invoice.CustomerName ?? "no name given");

        if (mail.Payment.OwedBack.Minor > 0)
        {
            body.Paragraph(mail.Payment.GoesBack
                ? $"{mail.Payment.OwedBack.Show()} of this payment is more than the invoice needed. It is being returned, as your policy says."
                : $"{mail.Payment.OwedBack.Show()} of this payment is more than the invoice needed. It waits for your decision.");
        }

        return ($"Payment received: {mail.Payment.Amount.Show()} for invoice {mail.Invoice.Number}", body);
    }

    private static MailBody Greeting(Mail mail) =>
        new MailBody().Paragraph(mail.Invoice.CustomerName is { } name ? $"Dear {name}," : "Hello,");

    private static void Facts(Mail mail, MailBody body)
    {
        body.Fact("Invoice", mail.Invoice.Number)
            .Fact("Amount due", mail.Invoice.Due.Show())
            .Fact("Due date", mail.Invoice.DueDate.ToString("d MMMM yyyy", Culture));

        foreach (var line in mail.Invoice.Lines)
        {
            body.Item($"{line.Quantity.ToString(Culture)} × {line.Name}", new Money(line.Total, mail.Invoice.Total.Currency).Show());
        }

        body.Paragraph(mail.Invoice.Description).Paragraph(mail.Invoice.Instructions);
    }

    private static void Payment(Mail mail, PaymentCard payment, MailBody body) => body
        .Fact("Amount paid", payment.Amount.Show())
        .Fact("Reference", payment.Reference)
        .Fact("Invoice", mail.Invoice.Number)
        .Fact("Paid with", payment.Instrument)
        .Fact("Date", At(payment.At, mail.Merchant.Zone))
        .Fact("Still to be paid", mail.Invoice.Due.Show());

    private static string At(DateTimeOffset at, TimeZoneInfo zone) =>
        $"{TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy, HH:mm", Culture)} ({zone.Id})";

    private static void Farewell(MailBody body, MerchantCard merchant) => body
        .Paragraph($"Questions? Answer this mail or write to {merchant.Email}{(merchant.Phone is { } phone ? $", or call {phone}" : "")}.")
        .Paragraph(merchant.Address is { } address ? $"{merchant.Name}\n{address}" : merchant.Name);
}
