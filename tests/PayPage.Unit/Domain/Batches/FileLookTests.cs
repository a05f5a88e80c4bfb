using System.Text;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.Unit.Domain.Batches;

public sealed class FileLookTests
{
    [Fact]
    public void Plain_letters_are_utf_8() => Assert.Equal(TextEncoding.Utf8, Encoded("name;amount\nTanya;1"u8.ToArray()));

    [Fact]
    public void A_mark_at_the_beginning_says_what_it_is()
    {
        Assert.Equal(TextEncoding.Utf8, Encoded([.. Encoding.UTF8.Preamble, .. "näme"u8]));
        Assert.Equal(TextEncoding.Utf16LittleEndian, Encoded([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("näme,1")]));
        Assert.Equal(TextEncoding.Utf16BigEndian, Encoded([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("näme,1")]));
    }

    [Fact]
    public void Two_bytes_a_letter_are_seen_without_a_mark()
    {
        Assert.Equal(TextEncoding.Utf16LittleEndian, Encoded(Encoding.Unicode.GetBytes("name,amount\n")));
        Assert.Equal(TextEncoding.Utf16BigEndian, Encoded(Encoding.BigEndianUnicode.GetBytes("name,amount\n")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Letters_of_several_bytes_may_be_cut_anywhere(int pieceLength)
    {
        var verdict = Look(Encoding.UTF8.GetBytes("Zoë, Łukasz, 花, 💐\nMüller"), pieceLength);

        Assert.Equal(TextEncoding.Utf8, Assert.IsType<FileLook.Verdict.Text>(verdict).Encoding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void What_is_not_utf_8_is_windows_1252_and_the_line_is_shown(int pieceLength)
    {
        var verdict = Assert.IsType<FileLook.Verdict.Text>(Look(Encoding.Latin1.GetBytes("name\nTanya\nJürgen Müller\nSam\n"), pieceLength));

        Assert.Equal(TextEncoding.Windows1252, verdict.Encoding);
        Assert.Contains("Line 3", verdict.Finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("Jürgen Müller", verdict.Finding.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", verdict.Finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_cut_off_at_the_end_is_not_utf_8() => Assert.Equal(TextEncoding.Windows1252, Encoded([.. "caf"u8, 0xC3]));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    public void An_empty_file_is_called_empty(string text) => Assert.Contains("empty", Refused(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("504B0304140006000800", "Excel workbook")]
    [InlineData("D0CF11E0A1B11AE1", "old Excel workbook")]
    [InlineData("1F8B0800000000000003", "gzip")]
    [InlineData("255044462D312E37", "PDF")]
    [InlineData("89504E470D0A1A0A", "PNG")]
    [InlineData("EFBBBF3C68746D6C3E", "web page")]
    [InlineData("0A207B2261223A317D", "JSON")]
    public void What_is_disguised_is_named(string hex, string name) =>
        Assert.Contains(name, Refused(Convert.FromHexString(hex)), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_stand_for_no_letter_are_refused_with_their_line() =>
        Assert.Contains("line 2", Refused([.. "name,amount\n"u8, 1, 2, 3]), StringComparison.Ordinal);

    private static TextEncoding Encoded(byte[] bytes) => Assert.IsType<FileLook.Verdict.Text>(Look(bytes, 1000)).Encoding;

    private static string Refused(byte[] bytes) => Assert.IsType<FileLook.Verdict.Refused>(Look(bytes, 1000)).Reason;

    private static FileLook.Verdict Look(byte[] bytes, int pieceLength)
    {
        var look = new FileLook();

        foreach (var piece in bytes.Chunk(pieceLength))
        {
            look.See(piece);
        }

        return look.Conclude();
    }
}
