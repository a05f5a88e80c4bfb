using Microsoft.Extensions.Options;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Previews;

/// <summary>What people will get, made by those who make the real thing. Reads what can be read; writes, counts and starts nothing.</summary>
internal sealed class DrawPreview(
    FindWaysToPay findWaysToPay, ComposeMail composeMail, ComposeText composeText, DrawPapers draw, IOptions<PaymentLinkOptions> options)
{
    /// <summary>What the page is made of, by the same judge as of real links.</summary>
    public async Task<(LinkView View, WaysToPay Ways)> PageAsync(Preview preview, CancellationToken ct)
    {
        var link = Imagine(preview);
        var view = JudgeLink.Of(link.Facts, link.ReturnSecret, options.Value.OpenWindow, preview.At);
        var ways = view.State is LinkState.Payable payable ? await findWaysToPay.HandleAsync(payable.Invoice, ct) : WaysToPay.None;

        return (view.State is LinkState.Used used ? view with { State = used with { Receipt = link.Receipt } } : view, ways);
    }

    /// <returns>Null where no mail is sent: there is no address, or nothing is told in this state.</returns>
    public EmailMessage? Mail(Preview preview) => ImagineMatter.MailIn(preview.Wish.State) is { } kind
        ? composeMail.Handle(MatterOf(kind, preview), default, preview.At)
        : null;

    /// <returns>Null where the merchant is told of nothing in this state.</returns>
    public EmailMessage? Confirmation(Preview preview) => ImagineMatter.ConfirmationIn(preview.Wish.State) is { } kind
        ? composeMail.Handle(MatterOf(kind, preview), default, preview.At)
        : null;

    /// <returns>Null where nobody is reminded: there is no address, or nothing is owed in this state.</returns>
    public EmailMessage? Reminder(Preview preview) => ImagineMatter.IsReminded(preview.Wish.State)
        ? composeMail.Handle(
            MatterOf(OutboxKind.ReminderMail, preview) with { Today = ImagineMatter.ReminderDay(SubjectOf(preview), preview.Wish.Kind == PreviewKind.Overdue) }, default, preview.At)
        : null;

    /// <returns>Null where no text message is sent: there is no number, or nothing is told in this state.</returns>
    public SmsMessage? Text(Preview preview) => ImagineMatter.TextIn(preview.Wish.State) is { } kind
        ? composeText.Handle(MatterOf(kind, preview), default, preview.At)
        : null;

    /// <summary>What the payer can keep in this state: the receipt where he has paid, else the invoice.</summary>
    public MailFile Paper(Preview preview)
    {
        var (subject, link, language) = (SubjectOf(preview), Imagine(preview), LanguageOf(preview));

        return link.Receipt is { } receipt
            ? draw.Receipt(receipt, subject.Merchant, subject.Logo, language)
            : draw.Invoice(link.Facts.Invoice, subject.Merchant, subject.Logo, ImagineLink.Code, language);
    }

    /// <summary>What the payer reads: the wished one, the invoice's, the merchant's.</summary>
    public static string LanguageOf(Preview preview) =>
        preview.Wish.Language ?? SubjectOf(preview).Invoice.Language ?? SubjectOf(preview).Merchant.Language;

    private Matter MatterOf(OutboxKind kind, Preview preview) => ImagineMatter.Of(
        kind, SubjectOf(preview), Imagine(preview), kind.IsToCustomer() ? LanguageOf(preview) : preview.Wish.Language ?? SubjectOf(preview).Merchant.Language);

    private ImaginedLink Imagine(Preview preview) =>
        new ImagineLink(SubjectOf(preview), options.Value.OpenWindow, LanguageOf(preview), preview.At).In(preview.Wish.State);

    private static PreviewSubject SubjectOf(Preview preview) =>
        preview.Subject ?? throw new InvariantException("There is nothing to show: whoever asks must have said so.");
}
