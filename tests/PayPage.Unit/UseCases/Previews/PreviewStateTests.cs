using System.Text.RegularExpressions;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Previews;

namespace PayPage.Unit.UseCases.Previews;

public sealed partial class PreviewStateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_state_shows_what_a_payer_would_see_in_it()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "INV-7");

        var unopened = Assert.IsType<LinkState.Payable>(await StateAsync(PreviewState.Unopened));
        Assert.Null(unopened.Until);
        Assert.Equal(LastTry.None, unopened.Last);
        var opened = Assert.IsType<LinkState.Payable>(await StateAsync(PreviewState.LastMinutes));
        Assert.Equal(world.Clock.GetUtcNow().AddMinutes(5), opened.Until);
        Assert.Equal(LastTry.Declined, Assert.IsType<LinkState.Payable>(await StateAsync(PreviewState.Declined)).Last);
        Assert.Equal("t•••@e•••.com", Assert.IsType<LinkState.Expired>(await StateAsync(PreviewState.Expired)).MaskedEmail);

        Assert.Equal(
            (PaymentStatus.Submitted, false, false), Flight(await StateAsync(PreviewState.InFlight)));
        Assert.Equal(
            (PaymentStatus.Submitted, true, true), Flight(await StateAsync(PreviewState.InFlightOwn)));
        Assert.Equal(PaymentStatus.Processing, Flight(await StateAsync(PreviewState.BankPending)).Status);

        var part = Assert.IsType<LinkState.Payable>(await StateAsync(PreviewState.PartPaid));
        Assert.Equal((50_00, 50_00), (part.Invoice.Paid, part.Invoice.Due.Minor));
        var paid = Assert.IsType<LinkState.Used>(await StateAsync(PreviewState.Paid));
        Assert.Equal((0, 100_00, "R-000001"), (paid.Rest.Minor, paid.Payment.Amount.Minor, paid.Receipt?.Number));
        Assert.True(PaymentReference.IsValid(paid.Payment.Reference));
        Assert.True(Assert.IsType<LinkState.Closed>(await StateAsync(PreviewState.Canceled)).Canceled);
        Assert.False(Assert.IsType<LinkState.Closed>(await StateAsync(PreviewState.Closed)).Canceled);
        Assert.IsType<LinkState.Revoked>(await StateAsync(PreviewState.Revoked));

        Task<LinkState> StateAsync(PreviewState state) => world.StateAsync(new PreviewWish { State = state, Number = "INV-7" });

        static (PaymentStatus Status, bool Mine, bool MayContinue) Flight(LinkState state) =>
            state is LinkState.InFlight open ? (open.Status, open.Mine, open.MayContinue) : throw new Xunit.Sdk.XunitException($"{state}");
    }

    [Fact]
    public async Task What_was_really_paid_before_stays_paid()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(100_00, number: "INV-7");
        await world.RecordAsync(await world.OpenPaymentAsync(invoice, 30_00), ProcessorState.Succeeded);

        var shown = Assert.IsType<LinkState.Payable>(await world.StateAsync(new PreviewWish { Number = "INV-7" }));

        Assert.Equal(70_00, shown.Invoice.Due.Minor);
        Assert.Equal(70_00, Assert.IsType<LinkState.Used>(await world.StateAsync(new PreviewWish { Number = "INV-7", State = PreviewState.Paid })).Payment.Amount.Minor);
    }

    [Fact]
    public async Task An_invoice_that_is_canceled_paid_or_past_its_last_day_can_be_looked_at_in_all_states()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "GONE");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("GONE", world.Caller, Ct));
        await world.InvoiceAsync(100_00, number: "LATE", expires: new DateOnly(2026, 11, 21));
        var paid = await world.InvoiceAsync(1, number: "PAID");
        await world.RecordAsync(await world.OpenPaymentAsync(paid, 1), ProcessorState.Succeeded);
        world.Clock.Advance(TimeSpan.FromDays(3));

        foreach (var number in (string[])["GONE", "LATE", "PAID"])
        {
            Assert.IsType<LinkState.Payable>(await world.StateAsync(new PreviewWish { Number = number }));
            Assert.IsType<LinkState.Used>(await world.StateAsync(new PreviewWish { Number = number, State = PreviewState.Paid }));
        }

        Assert.Null(Assert.IsType<LinkState.Expired>(await world.StateAsync(new PreviewWish { Number = "LATE", State = PreviewState.Expired })).MaskedEmail);
    }

    [Fact]
    public async Task A_preview_of_a_mail_is_the_mail_that_is_sent_but_for_its_link_and_its_papers_code()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "INV-7", mail: true, due: new DateOnly(2026, 12, 24));
        var sent = Assert.Single(world.Mail.Sent);

        var mail = await world.MailAsync(new PreviewWish { Number = "INV-7" });

        Assert.NotNull(mail);
        Assert.Equal(Bare(sent.Html), Bare(mail.Html));
        Assert.Equal(Bare(sent.Text), Bare(mail.Text));
        Assert.Equal((sent.Subject, sent.FromName, sent.ReplyTo, sent.To, sent.Language), (mail.Subject, mail.FromName, mail.ReplyTo, mail.To, mail.Language));
        Assert.Equal(sent.Files.Select(f => f.Name), mail.Files.Select(f => f.Name));
        Assert.Contains($"/p/{ImagineLink.Code}", mail.Text, StringComparison.Ordinal);

        static string Bare(string text) => Token().Replace(text, "/p/*");
    }

    [Fact]
    public async Task A_preview_of_a_text_is_as_long_as_the_text_that_is_sent()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "INV-7", delivery: PayPage.Domain.Invoices.DeliveryMode.Sms, phone: "+31612345678");
        var sent = Assert.Single(world.Texts.Sent);

        var text = await world.TextAsync(new PreviewWish { Number = "INV-7" });

        Assert.NotNull(text);
        Assert.Equal(ShortForm().Replace(sent.Text, "/s/*"), ShortForm().Replace(text.Text, "/s/*"));
        Assert.Equal((sent.Text.Length, sent.To), (text.Text.Length, text.To));
    }

    [Fact]
    public async Task A_preview_of_a_paper_has_the_bytes_of_the_paper_where_there_is_no_code_on_it()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "INV-7");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("INV-7", world.Caller, Ct));
        var merchant = await world.ReadAsync(db => Task.FromResult(db.Merchants.Single()));
        var real = await world.UseAsync<PayPage.UseCases.Documents.DrawPapers, PayPage.Domain.Delivery.MailFile>(
            async draw => await draw.InvoiceAsync(await world.InvoiceAsync(id), merchant, null, "en", Ct));

        var paper = await world.PaperAsync(new PreviewWish { Number = "INV-7", State = PreviewState.Canceled });

        Assert.Equal(real.Name, paper.Name);
        Assert.True(real.Content.Span.SequenceEqual(paper.Content.Span));
    }

    [Fact]
    public async Task Mails_texts_and_papers_go_with_the_state_and_where_nothing_is_told_there_is_none()
    {
        await using var world = await World.CreateAsync();

        Assert.Contains("Your new link", (await world.MailAsync(new PreviewWish { State = PreviewState.Expired }))?.Subject, StringComparison.Ordinal);
        Assert.Contains("Receipt", (await world.MailAsync(new PreviewWish { State = PreviewState.PartPaid }))?.Subject, StringComparison.Ordinal);
        Assert.Contains("please do not pay again", (await world.MailAsync(new PreviewWish { State = PreviewState.BankPending }))?.Text, StringComparison.Ordinal);
        Assert.Null(await world.TextAsync(new PreviewWish { State = PreviewState.BankPending }));
        Assert.Null(await world.MailAsync(new PreviewWish { State = PreviewState.Revoked }));
        Assert.Equal("receipt-R-000001.pdf", (await world.PaperAsync(new PreviewWish { State = PreviewState.Paid })).Name);
        Assert.Equal("invoice-INV-000001.pdf", (await world.PaperAsync(new PreviewWish())).Name);
    }

    [GeneratedRegex("/p/[A-Za-z0-9_-]+")]
    private static partial Regex Token();

    [GeneratedRegex("/s/[A-Za-z0-9_-]+")]
    private static partial Regex ShortForm();
}
