using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Unit.Domain.Invoices.Intake;

public sealed class DeliveryTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly SmsLimits Dutch = new(["+31"], 5, 500);

    private static InvoiceProposal Published => Proposals.Plain with
    {
        Publish = "true",
        CustomerEmail = "tanya@example.com",
        CustomerPhone = "+31 6 12 34 56 78",
    };

    [Theory]
    [InlineData(null, DeliveryMode.Email)]
    [InlineData("none", DeliveryMode.None)]
    [InlineData("Email", DeliveryMode.Email)]
    [InlineData("SMS", DeliveryMode.Sms)]
    [InlineData("both", DeliveryMode.Both)]
    [InlineData("SMS,EMAIL", DeliveryMode.Both)]
    [InlineData("email, sms", DeliveryMode.Both)]
    [InlineData("NONE,SMS", DeliveryMode.None)]
    public void Each_way_of_delivery_is_read(string? written, DeliveryMode delivery)
    {
        var invoice = Assert.IsType<ProposalReading.Read>(ProposalReader.Read(Published with { Delivery = written }, Today, Dutch)).Invoice;

        Assert.Equal(delivery, invoice.Delivery);
        Assert.Equal("+31612345678", invoice.BillTo.Phone);
    }

    [Theory]
    [InlineData("pigeon", "+31612345678", ProposalFields.Delivery, "none, email, sms or both")]
    [InlineData("sms", null, ProposalFields.CustomerPhone, "Write the mobile number")]
    [InlineData("sms", "+882123456789", ProposalFields.CustomerPhone, "begin with +31")]
    [InlineData("both", "0612345678", ProposalFields.CustomerPhone, "country code")]
    [InlineData("none", "+31 6 12345678, +31 6 87654321", ProposalFields.CustomerPhone, "country code")]
    [InlineData("none", "+31612345678\r\nBcc: x", ProposalFields.CustomerPhone, "country code")]
    public void What_cannot_be_sent_is_refused_by_field_with_what_to_do(string delivery, string? phone, string field, string words)
    {
        var faults = Assert.IsType<ProposalReading.Faulty>(
            ProposalReader.Read(Published with { Delivery = delivery, CustomerPhone = phone }, Today, Dutch)).Faults;

        Assert.Contains(faults, fault => fault.Field == field && fault.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_elsewhere_is_kept_where_no_text_is_to_be_sent() => Assert.IsType<ProposalReading.Read>(
        ProposalReader.Read(Published with { Delivery = "email", CustomerPhone = "+882123456789" }, Today, Dutch));

    [Fact]
    public void A_draft_needs_no_number_yet() => Assert.IsType<ProposalReading.Read>(
        ProposalReader.Read(Published with { Publish = "false", Delivery = "sms", CustomerPhone = null }, Today, Dutch));

    [Theory]
    [InlineData("sms")]
    [InlineData("both")]
    public void A_text_message_needs_a_link_also_in_a_draft(string delivery)
    {
        var fault = Assert.Single(Proposals.Faults(Published with { Delivery = delivery, IncludesLink = "false", Publish = "false" }));

        Assert.Equal(ProposalFields.Delivery, fault.Field);
        Assert.Equal(false, Proposals.Accepted(Published with { Delivery = "email", IncludesLink = "false" }).IncludesLink);
        Assert.Null(Proposals.Accepted(Published with { Delivery = delivery }).IncludesLink);
    }
}
