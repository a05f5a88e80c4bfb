using System.Text;
using PayPage.Delivery.Email;
using PayPage.Domain.Delivery;

namespace PayPage.Unit.Delivery;

public sealed class MimeTextTests
{
    private static readonly EmailMessage Mail = new(
        "msg_1@pay.example.com", "Northgate Flowers", "accounts@northgate.example", "tanya@example.com", "Invoice 1", "Hello,\n\n× 20\n", "<p>Hello</p>", "en",
        new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_mail_has_a_plain_and_an_html_part_and_can_be_read_as_it_lies_in_the_folder()
    {
        var text = MimeText.Of(Mail, "invoices@example.com");

        Assert.Contains("Content-Type: multipart/alternative", text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nHello,\r\n\r\n× 20\r\n", text, StringComparison.Ordinal);
        Assert.Contains("<p>Hello</p>", text, StringComparison.Ordinal);
        Assert.EndsWith("--=_alternative_msg_1--\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Evil\r\nBcc: all@example.com")]
    [InlineData("Evil\nBcc: all@example.com")]
    [InlineData("\"Evil\" <evil@example.com>,")]
    public void Nothing_in_a_name_or_a_subject_becomes_a_header_or_an_address(string words)
    {
        var headers = HeadersOf(MimeText.Of(Mail with { FromName = words, Subject = words }, "invoices@example.com"));

        Assert.DoesNotContain(headers, h => h.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Single(headers, h => h.StartsWith("From: ", StringComparison.Ordinal));
        Assert.DoesNotContain(headers, h => h.Contains("evil@example.com", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_subject_in_any_script_is_folded_and_comes_back_whole()
    {
        var subject = string.Concat(Enumerable.Repeat("Счёт №1 💐 ", 30));

        var folded = HeadersOf(MimeText.Of(Mail with { Subject = subject }, "invoices@example.com"))
            .SkipWhile(h => !h.StartsWith("Subject: ", StringComparison.Ordinal))
            .TakeWhile(h => h.StartsWith("Subject: ", StringComparison.Ordinal) || h.StartsWith(' '))
            .ToList();

        Assert.All(folded, line => Assert.True(line.Length <= 86, line));
        var words = folded.Select(line => line.Replace("Subject: ", "", StringComparison.Ordinal).Trim());
        Assert.Equal(subject, string.Concat(words.Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word["=?utf-8?B?".Length..^2])))));
    }

    [Fact]
    public void A_line_too_long_for_mail_is_encoded_instead_of_broken()
    {
        var text = MimeText.Of(Mail with { Text = new string('x', 2_000) }, "invoices@example.com");

        Assert.Contains("Content-Transfer-Encoding: base64", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Fact]
    public void The_same_mail_is_the_same_bytes() =>
        Assert.Equal(MimeText.Of(Mail, "invoices@example.com"), MimeText.Of(Mail, "invoices@example.com"));

    [Fact]
    public void A_picture_and_a_file_travel_along_each_in_its_place()
    {
        var picture = new MailFile("logo.png", "image/png", new byte[] { 1, 2, 3 });
        var file = new MailFile("invoice-1.pdf", "application/pdf", new byte[200]);

        var text = MimeText.Of(Mail with { Picture = picture, Files = [file] }, "invoices@example.com");

        var order = new[]
        {
            "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html", "Content-ID: <logo.png@paypage>", "Content-Disposition: inline", "AQID",
            "--=_related_msg_1--", "--=_alternative_msg_1--", "Content-Disposition: attachment; filename=\"invoice-1.pdf\"", "--=_mixed_msg_1--",
        };
        Assert.Equal(order.Order(Comparer<string>.Create((a, b) => text.IndexOf(a, StringComparison.Ordinal).CompareTo(text.IndexOf(b, StringComparison.Ordinal)))), order);
        Assert.All(order, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 78, line));
    }

    [Fact]
    public void For_a_server_of_seven_bits_no_byte_has_eight()
    {
        var text = MimeText.Of(Mail, "invoices@example.com", sevenBit: true);

        Assert.All(text, c => Assert.True(char.IsAscii(c)));
        Assert.DoesNotContain("8bit", text, StringComparison.Ordinal);
    }

    private static string[] HeadersOf(string text) => text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
}
