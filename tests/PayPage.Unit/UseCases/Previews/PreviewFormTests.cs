using PayPage.Domain.Merchants;
using PayPage.Unit.Support;
using PayPage.UseCases.Previews;

namespace PayPage.Unit.UseCases.Previews;

public sealed class PreviewFormTests
{
    [Fact]
    public async Task An_invoice_that_is_being_written_is_shown_as_it_would_be_created()
    {
        await using var world = await World.CreateAsync();

        var preview = await world.FindAsync(new PreviewWish { Fields = PreviewRoom.Form });

        Assert.Empty(preview!.Faults);    // it was found
        var invoice = preview.Subject!.Invoice;    // and can be shown
        Assert.Equal(("INV-000001", "Ines Vidal", 64_97, "EUR"), (invoice.Number, invoice.BillTo.Name, invoice.Total, invoice.Currency.Code));
        Assert.Equal(["Wreath", "Delivery"], invoice.Lines.Select(l => l.Name));    // rows in which nothing was typed are none
        Assert.True(invoice.AllowsParts);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_a_sample_stands_there()
    {
        await using var world = await World.CreateAsync();
        var form = new Dictionary<string, string>(PreviewRoom.Form)
        {
            ["CustomerEmail"] = "nobody",
            ["DueDate"] = "",
            ["Lines[0].UnitPrice"] = "much",
            ["TaxRate"] = "-4",
        };

        var preview = await world.FindAsync(new PreviewWish { Fields = form });

        Assert.Equal(["customer.email", "dueDate", "lines[0].unitPrice", "tax.rate"], preview!.Faults.Select(f => f.Field).Order());
        Assert.Equal((5_00, null, new DateOnly(2026, 12, 5)), (preview.Subject!.Invoice.Total, preview.Subject.Invoice.BillTo.Email, preview.Subject.Invoice.DueDate));
    }

    [Fact]
    public async Task Where_nothing_is_to_be_paid_there_is_nothing_to_show_but_what_is_missing()
    {
        await using var world = await World.CreateAsync();

        var preview = await world.FindAsync(new PreviewWish { Fields = new Dictionary<string, string> { ["Lines[0].Name"] = "Wreath" } });

        Assert.Null(preview!.Subject);
        Assert.Contains(preview.Faults, fault => fault.Field == "lines[0].unitPrice");
    }

    [Fact]
    public async Task Settings_that_are_not_saved_dress_a_sample_in_the_merchants_currency()
    {
        await using var world = await World.CreateAsync();
        var form = new Dictionary<string, string>
        {
            ["Name"] = "Südtor Blumen",
            ["Color"] = "#102030",
            ["MailMessage"] = "Dear {{ customer_name }}",
            ["Terms"] = "http://plain.example",
            ["Phone"] = "",
            ["Language"] = "nl",    // which invoices have too
        };

        var preview = await world.FindAsync(new PreviewWish { Fields = form });

        Assert.Equal(nameof(Merchant.Terms), Assert.Single(preview!.Faults).Field);
        Assert.Equal(("Südtor Blumen", new BrandColor(0x10, 0x20, 0x30)), (preview.Subject!.Merchant.Name, preview.Subject.Merchant.Color));
        Assert.Equal("nl", preview.Subject.Merchant.Language);
        Assert.Contains("Dear Robin Sample", (await world.MailAsync(new PreviewWish { Fields = form }))?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defaults_that_are_not_saved_make_the_sample()
    {
        await using var world = await World.CreateAsync();
        var form = new Dictionary<string, string>
        {
            ["Currency"] = "JPY",
            ["DueDays"] = "3",
            ["AllowsParts"] = "true",
            ["MinimumPart"] = "50",
            ["AlwaysLink"] = "false",
            ["LinkHours"] = "48",
        };

        var preview = await world.FindAsync(new PreviewWish { Fields = form });

        Assert.Empty(preview!.Faults);
        var invoice = preview.Subject!.Invoice;
        Assert.Equal(("JPY", new DateOnly(2026, 11, 24), true, 50), (invoice.Currency.Code, invoice.DueDate, invoice.AllowsParts, invoice.MinimumPayment));
        Assert.False(invoice.IncludesLink);
        Assert.Equal(48, preview.Subject.Merchant.LinkHours);
    }

    [Fact]
    public async Task Of_defaults_that_cannot_be_read_the_saved_ones_are_shown()
    {
        await using var world = await World.CreateAsync();

        var preview = await world.FindAsync(new PreviewWish { Fields = new Dictionary<string, string> { ["DueDays"] = "many", ["Currency"] = "JPY" } });

        Assert.Equal("DueDays", Assert.Single(preview!.Faults).Field);
        Assert.NotEqual("JPY", preview.Subject!.Invoice.Currency.Code);
    }

    [Fact]
    public async Task Numbers_that_are_not_saved_are_on_the_sample()
    {
        await using var world = await World.CreateAsync();

        var preview = await world.FindAsync(new PreviewWish { Fields = new Dictionary<string, string> { ["Prefix"] = "2027-", ["Next"] = "43" } });

        Assert.Equal("2027-000043", preview!.Subject!.Invoice.Number);
    }

    [Fact]
    public async Task The_merchants_own_mail_goes_to_whom_the_form_names_and_tells_of_the_money()
    {
        await using var world = await World.CreateAsync();
        var wish = new PreviewWish { Kind = PreviewKind.Confirmation, State = PreviewState.Paid, Fields = new Dictionary<string, string> { ["ConfirmationEmails"] = "till@example.com\nboss@example.com" } };

        var mail = await world.ConfirmationAsync(wish);

        Assert.Equal("till@example.com", mail?.To);
        Assert.Contains("Robin Sample", mail?.Text, StringComparison.Ordinal);
        Assert.Null(await world.ConfirmationAsync(wish with { State = PreviewState.Unopened }));
    }

    [Fact]
    public async Task A_foreign_invoice_is_not_found()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        await world.InvoiceAsync(100_00, number: "THEIRS", caller: other);

        Assert.Null(await world.FindAsync(new PreviewWish { Number = "THEIRS" }));
    }

    [Fact]
    public void Every_field_of_a_proposal_is_one_of_the_form()
    {
        string[] none = ["Lines", "Unreadable", "Publish", "PartnerDeveloper", "PartnerSolution"];    // rows; the door’s own; what buttons say; what only systems say of themselves

        Assert.Equal(
            typeof(PayPage.Domain.Invoices.Intake.InvoiceProposal).GetProperties().Select(p => p.Name).Except(none).Order(),
            InvoiceFields.Names.Where(name => !name.StartsWith("Lines", StringComparison.Ordinal)).Order());
        Assert.Equal(
            typeof(PayPage.Domain.Invoices.Intake.LineProposal).GetProperties().Select(p => $"Lines[29].{p.Name}").Order(),
            InvoiceFields.Names.Where(name => name.StartsWith("Lines[29]", StringComparison.Ordinal)).Order());
    }
}
