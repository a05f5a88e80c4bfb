using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using static PayPage.Unit.Domain.Invoices.Intake.Proposals;

namespace PayPage.Unit.Domain.Invoices.Intake;

public sealed class ProposalReaderTests
{
    [Fact]
    public void The_least_that_makes_an_invoice_is_a_draft_that_nobody_gets()
    {
        var invoice = Accepted(Plain);

        Assert.Null(invoice.Number);
        Assert.Equal(Currency.Usd, invoice.Currency);
        Assert.Equal(1250, invoice.Amounts.Total);
        Assert.Equal(1250, invoice.Amounts.Lines);
        Assert.Empty(invoice.Lines);
        Assert.Equal(new DateOnly(2026, 12, 1), invoice.DueDate);
        Assert.Equal(DeliveryMode.None, invoice.Delivery);
        Assert.False(invoice.Publish);
        Assert.False(invoice.AllowsParts);
        Assert.Null(invoice.MinimumPart);
    }

    [Fact]
    public void All_words_arrive_cleaned()
    {
        var invoice = Accepted(Plain with
        {
            Number = " INV 7/é ",
            CustomerName = "Tanya\u202E Lee ",
            CustomerEmail = " tanya.lee@my-email.world ",
            MerchantCustomerId = "4012345678903",
            CompanyName = "Lee\nLtd",
            Description = "One\r\ntwo",
            Instructions = "Please\npay",
            Language = "PT-br",
            TransactionReference = " abc123 ",
            ExpirationDate = "2026-11-21",
            Delivery = "EMAIL",
            Publish = "True",
            AllowsParts = "true",
            MinimumPart = "5",
            AsksPhone = "TRUE",
            AsksShipping = "false",
        });

        Assert.Equal("INV 7/é", invoice.Number);
        Assert.Equal(
            new BillTo { Name = "Tanya Lee", Email = "tanya.lee@my-email.world", MerchantCustomerId = "4012345678903", CompanyName = "Lee Ltd" },
            invoice.BillTo);
        Assert.Equal("One\ntwo", invoice.Description);
        Assert.Equal("Please\npay", invoice.Instructions);
        Assert.Equal("pt-BR", invoice.Language);
        Assert.Equal("abc123", invoice.TransactionReference);
        Assert.Equal(Today, invoice.ExpirationDate);
        Assert.Equal(DeliveryMode.Email, invoice.Delivery);
        Assert.True(invoice.Publish);
        Assert.True(invoice.AllowsParts);
        Assert.Equal(500, invoice.MinimumPart);
        Assert.True(invoice.AsksPhone);
        Assert.False(invoice.AsksShipping);
    }

    [Fact]
    public void All_faults_are_named_at_once_and_each_field_once()
    {
        var proposal = new InvoiceProposal
        {
            Number = new string('1', 41),
            CustomerName = new string('a', 101),
            CustomerEmail = "a@b.example, c@d.example",
            CustomerPhone = "0612345678",
            MerchantCustomerId = new string('a', 101),
            CompanyName = new string('a', 61),
            BillingAddress = new string('a', 301),
            Description = new string('a', 2001),
            Instructions = new string('a', 2001),
            ExpirationDate = "2026-11-20",
            Currency = "EURO",
            Total = "1e2",
            MinimumPart = "-1",
            DiscountAmount = "x",
            DiscountPercent = "100.00001",
            SubAmount = "1,5",
            TaxType = new string('a', 41),
            TaxAmount = "١٢",
            TaxRate = "1000",
            FreightAmount = "1.23456",
            FreightTaxable = "yes",
            FreightTaxRate = "1.234567",
            Language = "xx",
            TransactionReference = "a-b",
            PartnerDeveloper = "123456789",
            PartnerSolution = "123456789",
            Delivery = "pigeon",
            Publish = "1",
            AllowsParts = "ja",
            AsksPhone = "x",
            AsksShipping = "x",
            IncludesLink = "perhaps",
        };

        Assert.Equal(
            typeof(ProposalFields).GetFields().Select(f => (string)f.GetValue(null)!).Except([ProposalFields.Lines, ProposalFields.MerchantFields]).Order(),    // constants
            Faults(proposal).Select(f => f.Field).Order());
    }

    [Fact]
    public void What_must_be_there_is_missed()
    {
        var faults = Faults(new InvoiceProposal());

        Assert.Equal(["currency", "description", "dueDate", "total"], faults.Select(f => f.Field).Order());
        Assert.All(faults, f => Assert.Equal(FaultKind.Missing, f.Kind));
    }

    [Fact]
    public void Every_fault_is_a_sentence_that_does_not_repeat_what_was_sent() => Assert.All(
        Faults(Plain with { Description = "4111 1111 1111 1111 secret", Total = "secret", Currency = "secret", DueDate = "secret" }),
        fault =>
        {
            Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void What_the_door_could_not_read_is_a_fault_and_is_not_judged_again()
    {
        var total = new FieldFault("total", FaultKind.Invalid, "Write a text or a number here.");
        Assert.Equal(total, Fault(Plain with { Total = null, Unreadable = [total] }));
    }

    [Fact]
    public void A_figure_that_could_not_be_read_does_not_make_the_total_wrong_too()
    {
        var tax = new FieldFault("lines[0].taxAmount", FaultKind.Invalid, "Write a text or a number here.");
        Assert.Equal(tax, Fault(Of(Line("10")) with { Total = "12", Unreadable = [tax] }));
    }

    [Theory]
    [InlineData("usd", "Write the currency in capital letters: USD.")]
    [InlineData("US", "This currency is not known. Write three capital letters of ISO 4217, for example USD.")]
    [InlineData("XXX", "This currency is not known. Write three capital letters of ISO 4217, for example USD.")]
    public void A_currency_is_one_of_the_list_in_capital_letters(string currency, string message) =>
        Assert.Equal(new FieldFault("currency", FaultKind.Invalid, message), Fault(Plain with { Currency = currency }));

    [Theory]
    [InlineData("2019-07-11", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2025-02-29", false)]
    [InlineData("2026-7-11", false)]
    [InlineData("11.07.2026", false)]
    [InlineData("2026-07-11T00:00:00Z", false)]
    [InlineData("٢٠٢٦-٠٧-١١", false)]
    [InlineData("1899-12-31", false)]
    [InlineData("9999-12-31", false)]    // a year after it there is no calendar
    public void A_due_date_is_a_real_day_written_one_way(string date, bool isOne)
    {
        var reading = ProposalReader.Read(Plain with { DueDate = date }, Today);
        Assert.Equal(isOne, reading is ProposalReading.Read);
        Assert.All((reading as ProposalReading.Faulty)?.Faults ?? [], f => Assert.Equal("dueDate", f.Field));
    }

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("a@b.example,c@d.example", false)]
    [InlineData("a@b.example c@d.example", false)]
    [InlineData("a@b.example\r\nBcc: c@d.example", false)]
    [InlineData("Tanya <a@b.example>", false)]
    [InlineData("a@localhost", false)]
    public void An_address_is_one_mailbox(string email, bool isOne)
    {
        var reading = ProposalReader.Read(Plain with { CustomerEmail = email }, Today);
        Assert.Equal(isOne, reading is ProposalReading.Read);
        Assert.All((reading as ProposalReading.Faulty)?.Faults ?? [], f => Assert.Equal("customer.email", f.Field));
    }

    [Theory]
    [InlineData(null, "true", "a@b.example", DeliveryMode.Email)]
    [InlineData(null, "true", null, DeliveryMode.None)]
    [InlineData(null, null, "a@b.example", DeliveryMode.None)]
    [InlineData(" none ", "true", "a@b.example", DeliveryMode.None)]
    [InlineData("Email", "false", null, DeliveryMode.Email)]    // a draft may get its address later
    public void How_it_is_delivered(string? delivery, string? publish, string? email, DeliveryMode mode) =>
        Assert.Equal(mode, Accepted(Plain with { Delivery = delivery, Publish = publish, CustomerEmail = email }).Delivery);

    [Fact]
    public void To_be_sent_at_once_it_needs_an_address()
    {
        var fault = Fault(Plain with { Delivery = "email", Publish = "true" });
        Assert.Equal(("customer.email", FaultKind.Missing), (fault.Field, fault.Kind));
    }

    [Fact]
    public void Card_numbers_are_refused_wherever_people_write()
    {
        const string card = "pay 4111-1111 1111 1111";
        var proposal = Of(Line("1") with { Name = card, Sku = card }) with
        {
            CustomerName = card,
            MerchantCustomerId = card,
            CompanyName = card,
            Description = card,
            Instructions = card,
            TaxType = card,
        };

        Assert.Equal(
            ["customer.company", "customer.merchantCustomerId", "customer.name", "description", "instructions", "lines[0].name", "lines[0].sku", "tax.type"],
            Faults(proposal).Select(f => f.Field).Order());
    }

    [Fact]
    public void An_article_number_is_no_card_number() =>
        Assert.Equal("4006381333931", Accepted(Of(Line("1") with { Sku = "4006381333931" })).Lines[0].Sku);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("es-419", "es-419")]
    [InlineData("DE-at", "de-AT")]
    public void A_language_is_kept_in_one_spelling(string given, string kept) => Assert.Equal(kept, Accepted(Plain with { Language = given }).Language);

    [Theory]
    [InlineData("fr_FR")]
    [InlineData("english")]
    [InlineData("en-US-x")]
    [InlineData("-en")]
    [InlineData("ja")]
    public void A_language_that_the_pages_do_not_speak_is_refused(string tag) => Assert.Equal("language", Fault(Plain with { Language = tag }).Field);

    [Theory]
    [InlineData("ab-1")]
    [InlineData("é")]
    [InlineData("١")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890")]
    public void A_transaction_reference_is_up_to_60_letters_and_digits(string reference) =>
        Assert.Equal("transactionReference", Fault(Plain with { TransactionReference = reference }).Field);
}
