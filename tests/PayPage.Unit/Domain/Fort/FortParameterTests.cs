using PayPage.Domain.Fort;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain.Fort;

public sealed class FortParameterTests
{
    [Theory]
    [InlineData("merchant_reference", "Ab-9_x.;", null)]
    [InlineData("merchant_reference", "with space", "002")]
    [InlineData("merchant_reference", "12345678901234567890123456789012345678901", "032")]
    [InlineData("amount", "9999999999", null)]
    [InlineData("amount", "10000000000", "032")]
    [InlineData("amount", "12.50", "002")]
    [InlineData("amount", "-1", "002")]
    [InlineData("currency", "AED", null)]
    [InlineData("currency", "AEDX", "032")]
    [InlineData("language", "en", null)]
    [InlineData("language", "nl", "033")]
    [InlineData("customer_email", "a.b-c_d+e@example.com", null)]
    [InlineData("customer_email", "a b@example.com", "002")]
    [InlineData("request_expiry_date", "2027-12-20T15:36:55+03:00", null)]
    [InlineData("request_expiry_date", "2027-12-20T15:36:55.123+03:00", "032")]
    [InlineData("payment_link_id", "Mine-1_2.3", null)]
    [InlineData("payment_link_id", "123456789012345678901", "032")]
    [InlineData("order_description", "Rent's #4 / May: $12 - a_b.", null)]
    [InlineData("order_description", "زهور", null)]
    [InlineData("order_description", "a & b", "002")]
    [InlineData("customer_name", "Zoë O'Brien-Smith", null)]
    [InlineData("customer_name", "مُحَمَّد", null)]
    [InlineData("customer_name", "Tanya 2", "002")]
    [InlineData("customer_phone", "00962797219966", null)]
    [InlineData("customer_phone", "+962797219966", "002")]
    [InlineData("return_url", "https://shop.example.com/back?order=1&x=$!#end", null)]
    [InlineData("return_url", "http://shop.example.com/", "002")]
    [InlineData("return_url", "https://user:word@shop.example.com/", "002")]
    [InlineData("return_url", "https://127.0.0.1/", "002")]
    [InlineData("return_url", "javascript:alert", "002")]
    [InlineData("payment_link_status", "Closed", null)]
    [InlineData("payment_link_status", "Paid", "033")]
    [InlineData("batch_reference", "May/2027-1", null)]
    [InlineData("batch_reference", "123456789012345678901", "032")]
    public void A_value_is_judged_by_its_length_then_its_signs_then_what_there_is(string name, string value, string? code)
    {
        var parameter = FortParameter.Of(name)!;

        Assert.Equal(code, parameter.Fault(value)?.Digits);
        Assert.Equal(code is null, parameter.Objection(value) is null);
    }

    [Fact]
    public void Every_code_says_something_in_English_and_in_Arabic_and_stands_in_the_list_once()
    {
        Assert.Equal(FortCode.All.Count, FortCode.All.Select(code => code.Digits).Distinct().Count());
        Assert.Equal(FortCode.All.Select(code => code.Digits).Order(StringComparer.Ordinal), FortCode.All.Select(code => code.Digits));
        Assert.All(FortCode.All, code =>
        {
            Assert.Contains(code.Arabic, c => c is >= '\u0600' and <= '\u06FF');
            Assert.InRange(new FortAnswer("00", code, new string('x', 40)).Message("ar").Length, 1, 150);
            Assert.InRange(new FortAnswer("00", code, new string('x', 40)).Message("en").Length, 1, 150);
        });

        var fields = typeof(FortCode).GetFields().Where(field => field.FieldType == typeof(FortCode)).Select(field => field.GetValue(null));
        Assert.Equal(FortCode.All.ToHashSet(), fields.Cast<FortCode>().ToHashSet());
    }

    [Fact]
    public void The_document_has_the_table_of_codes()
    {
        var document = File.ReadAllText(Path.Combine(Approved.Root(), "docs/fortapi.md"));

        Assert.All(FortCode.All, code => Assert.Contains($"| {code.Digits} | {code.English} | {code.Arabic} |", document, StringComparison.Ordinal));
        Assert.Equal(FortCode.All.Count, document.Split('\n').Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^\| \d{3} \|")));
    }
}
