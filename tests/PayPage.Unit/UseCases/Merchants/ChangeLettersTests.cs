using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Documents;
using PayPage.Unit.Support;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Merchants;

public sealed class ChangeLettersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_merchants_own_words_stand_in_his_invoice_mails()
    {
        await using var world = await World.CreateAsync();
        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Letters(
            "Invoice {{ invoice_number }} - Payment Required",
            "Dear {{ customer_name }},\n\nplease pay {{ amount }} ({{ currency }}) by {{ due_date }}: {{ secure_payment_url }}\n\nYours, {{ merchant_name }}",
            "KvK 24123456\nVAT NL001234567B01", Paper.Letter)));

        await world.InvoiceAsync(12_50, mail: true, number: "INV-7");

        var mail = Assert.Single(world.Mail.Sent);
        Assert.Equal("[Test] Invoice INV-7 - Payment Required", mail.Subject);
        Assert.StartsWith("Dear Tanya Lee,\n\nplease pay $12.50 (USD) by 1 December 2026: https://pay.example.com/p/CfDJ8", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Yours, Northgate Flowers", mail.Text, StringComparison.Ordinal);
        Assert.Contains("View and pay", mail.Html, StringComparison.Ordinal);    // the button stands there all the same
    }

    [Fact]
    public async Task A_customer_cannot_name_himself_a_placeholder_or_markup()
    {
        await using var world = await World.CreateAsync();
        await ChangeAsync(world, new Letters(null, "{{ invoice_number }} for {{ customer_name }}", null, Paper.A4));
        await world.ReadAsync(db => db.Merchants.ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, "{{ secure_payment_url }}<b>"), Ct));

        await world.InvoiceAsync(12_50, mail: true, number: "INV-7");

        var mail = Assert.Single(world.Mail.Sent);
        Assert.Contains("{{ secure_payment_url }}<b>", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html.Replace("<b style", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field_and_nothing_is_changed()
    {
        await using var world = await World.CreateAsync();

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, new Letters("{{ nonsense }}", "{{ amount", new string('x', 401), Paper.Letter)));

        Assert.Equal([nameof(Letters.Legal), nameof(Letters.MailMessage), nameof(Letters.MailSubject)], faulty.Messages.Keys.Order());
        Assert.Equal(Paper.A4, await world.ReadAsync(db => db.Merchants.Select(m => m.Paper).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Who_comes_second_overwrites_nothing()
    {
        await using var world = await World.CreateAsync();
        var seen = Letters.StampOf(await world.ReadAsync(db => db.Merchants.SingleAsync(Ct)));

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Letters("Mine", null, null, Paper.A4), seen));
        Assert.IsType<SettingsOutcome.Overtaken>(await ChangeAsync(world, new Letters("Yours", null, null, Paper.A4), seen));
        Assert.Equal("Mine", await world.ReadAsync(db => db.Merchants.Select(m => m.MailSubject).SingleAsync(Ct)));
    }

    private static Task<SettingsOutcome> ChangeAsync(World world, Letters letters, string? seen = null) =>
        world.UseAsync<ChangeLetters, SettingsOutcome>(change => change.HandleAsync(world.Caller.MerchantId, letters, seen, Ct));
}
