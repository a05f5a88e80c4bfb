using PayPage.Domain.Delivery;

namespace PayPage.Unit.Domain.Delivery;

public sealed class MailTemplateTests
{
    [Fact]
    public void All_placeholders_are_known_with_and_without_spaces()
    {
        var template = Read("{{ customer_name }}{{amount}}{{  currency  }}{{ secure_payment_url }}{{ due_date }}{{ invoice_number }}{{ merchant_name }}");

        Assert.Equal(Enum.GetValues<MailSlot>(), template.Parts.Select(part => ((MailPart.Slot)part).Name));
    }

    [Fact]
    public void Words_and_placeholders_stay_in_order() => Assert.Equal(
        [new MailPart.Words("Dear "), new MailPart.Slot(MailSlot.CustomerName), new MailPart.Words(",\n\n{ and } stay.")],
        Read("Dear {{ customer_name }},\n\n{ and } stay.").Parts);

    [Theory]
    [InlineData("{{ nonsense }}", "{{ nonsense }} is not known")]
    [InlineData("{{ Customer_Name }}", "is not known")]
    [InlineData("{{ customer_name.length }}", "is not known")]
    [InlineData("{{#if x}}{{/if}}", "is not known")]
    [InlineData("{{ }}", "is not known")]
    [InlineData("{{ amount", "is not closed")]
    [InlineData("{{ {{ amount }} }}", "is not closed")]
    [InlineData("{{ amount {{ currency }}", "is not closed")]
    [InlineData("amount }}", "closes nothing")]
    [InlineData("}} {{ amount }}", "closes nothing")]
    public void A_placeholder_that_we_do_not_know_is_refused_with_what_to_do(string text, string words)
    {
        Assert.Contains(words, Assert.IsType<MailReading.Faulty>(MailTemplate.ReadMessage(text)).Message, StringComparison.Ordinal);
        Assert.IsType<MailReading.Faulty>(MailTemplate.ReadSubject(text));
    }

    [Theory]
    [InlineData("Invoice {{ invoice_number }}\nBcc: all@example.com", "one line")]
    [InlineData("Invoice\r", "one line")]
    [InlineData("Pay at {{ secure_payment_url }}", "message only")]
    public void A_subject_has_one_line_and_no_link(string text, string words) =>
        Assert.Contains(words, Assert.IsType<MailReading.Faulty>(MailTemplate.ReadSubject(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(MailTemplate.MessageLength, true)]
    [InlineData(MailTemplate.MessageLength + 1, false)]
    public void A_message_has_a_longest_length(int length, bool fits) =>
        Assert.Equal(fits, MailTemplate.ReadMessage(new string('x', length)) is MailReading.Read);

    private static MailTemplate Read(string text) => Assert.IsType<MailReading.Read>(MailTemplate.ReadMessage(text)).Template;
}
