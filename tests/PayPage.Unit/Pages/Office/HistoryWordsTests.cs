using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Outbox;
using PayPage.Pages.Office;
using PayPage.UseCases.Team;
using PayPage.Wording;

namespace PayPage.Unit.Pages.Office;

public sealed class HistoryWordsTests
{
    private static readonly ActorName Anna = new(ActorKind.Colleague, "Anna de Vries");
    private static readonly ActorName Site = new(ActorKind.System);

    [Fact]
    public void Everything_that_can_happen_is_told_in_a_whole_sentence() => Assert.All(
        from kind in Enum.GetValues<AuditKind>()
        from who in Enum.GetValues<ActorKind>()
        select Told(kind, new ActorName(who, "Anna")),
        sentence => Assert.Matches(@"^[A-Z$].*[a-z0-9]\.$", sentence));

    [Fact]
    public void Every_message_has_a_name() => Assert.Equal(
        Enum.GetValues<OutboxKind>().Length, Enum.GetValues<OutboxKind>().Select(MessageWords.NameOf).Distinct().Count());

    [Theory]
    [InlineData("InvoiceMail: 550 5.1.1 No such user.", "The mail with the invoice was refused: 550 5.1.1 No such user.")]
    [InlineData("ReceiptText", "The text message with the receipt was refused.")]
    [InlineData("What an older version wrote: x", "A message was refused: What an older version wrote: x.")]
    [InlineData("7: x", "A message was refused: 7: x.")]
    [InlineData(null, "A message was refused.")]
    public void What_a_server_said_is_told_with_the_name_of_the_message(string? detail, string sentence) =>
        Assert.Equal(sentence, Told(AuditKind.MailRefused, Site, detail));

    [Theory]
    [InlineData("Late; Keep", "$12.50 came after the payment had been given up: it was kept.")]
    [InlineData("AfterCancel; Refund", "$12.50 came after the invoice was canceled: it goes back.")]
    [InlineData("Over; Keep", "$12.50 came, which is more than was due: it was kept.")]
    public void Money_that_went_astray_is_told_with_what_became_of_it(string detail, string sentence) =>
        Assert.Equal(sentence, Told(AuditKind.StrayMoney, Site, detail));

    [Fact]
    public void Money_that_a_colleague_recorded_is_told_with_the_colleague()
    {
        Assert.Equal("Anna de Vries recorded that $12.50 was paid.", Told(AuditKind.PaymentSucceeded, Anna));
        Assert.Equal("$12.50 was paid.", Told(AuditKind.PaymentSucceeded, new ActorName(ActorKind.Processor)));
    }

    private static string Told(AuditKind kind, ActorName who, string? detail = null) => Languages.Default.Happened(
        new AuditEvent
        {
            Id = default,
            MerchantId = default,
            Mode = default,
            InvoiceId = default,
            Kind = kind,
            At = default,
            Actor = "",
            Amount = 12_50,
            Detail = detail,
        },
        Currency.Usd,
        who);
}
