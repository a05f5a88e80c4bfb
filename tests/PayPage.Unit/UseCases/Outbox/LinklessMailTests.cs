using Microsoft.EntityFrameworkCore;
using PayPage.Unit.Support;

namespace PayPage.Unit.UseCases.Outbox;

public sealed class LinklessMailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Pay here: {{ secure_payment_url }}")]
    [InlineData("Pay at the till, {{ customer_name }}.")]
    public async Task A_merchant_who_wants_no_link_in_his_mails_gets_none(string? message)
    {
        await using var world = await World.CreateAsync();
        await world.ReadAsync(db => db.Merchants.ExecuteUpdateAsync(set => set.SetProperty(m => m.AlwaysLink, false).SetProperty(m => m.MailMessage, message), Ct));

        await world.InvoiceAsync(12_50, mail: true, number: "INV-7");

        var mail = Assert.Single(world.Mail.Sent);
        Assert.DoesNotContain("http", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/p/", mail.Html, StringComparison.Ordinal);
        Assert.Contains("$12.50", mail.Text, StringComparison.Ordinal);
        Assert.Contains(message?.StartsWith("Pay at", StringComparison.Ordinal) == true ? "Pay at the till, Tanya Lee." : "has sent you an invoice", mail.Text, StringComparison.Ordinal);
        Assert.Equal("invoice-INV-7.pdf", Assert.Single(mail.Files).Name);
    }
}
