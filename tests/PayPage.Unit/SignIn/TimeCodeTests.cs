using System.Text;
using PayPage.SignIn.Codes;

namespace PayPage.Unit.SignIn;

public sealed class TimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);

    // RFC 6238, appendix B, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void A_code_is_the_one_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, TimeCode.At(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_differ_by_one_step(int seconds, bool fits) =>
        Assert.Equal(fits, TimeCode.Check(Key, TimeCode.At(Key, Now.AddSeconds(seconds)), Now, after: null) is not null);

    [Fact]
    public void A_code_works_once_and_so_does_none_before_it()
    {
        var step = TimeCode.Check(Key, "005 924", Now, after: null);

        Assert.NotNull(step);
        Assert.Null(TimeCode.Check(Key, "005924", Now, after: step));
        Assert.Null(TimeCode.Check(Key, TimeCode.At(Key, Now.AddSeconds(-30)), Now, after: step));
        Assert.NotNull(TimeCode.Check(Key, TimeCode.At(Key, Now.AddSeconds(30)), Now, after: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("05924")]
    [InlineData("0005924")]
    [InlineData("５924")]
    [InlineData("005925")]
    public void Another_code_does_not_fit(string code) => Assert.Null(TimeCode.Check(Key, code, Now, after: null));

    // RFC 4648, section 10, without padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_as_the_standard_writes_it(string bytes, string letters)
    {
        Assert.Equal(letters, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));
        Assert.Equal(bytes, Encoding.ASCII.GetString(Base32.Decode(letters)));
    }
}
