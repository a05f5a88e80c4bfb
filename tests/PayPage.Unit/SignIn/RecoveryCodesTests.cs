using PayPage.SignIn.Codes;
using PayPage.Unit.Support;

namespace PayPage.Unit.SignIn;

public sealed class RecoveryCodesTests
{
    private readonly (IReadOnlyList<string> Shown, string Kept) _codes = RecoveryCodes.New(new Chance().Bytes);

    [Fact]
    public void Ten_codes_are_shown_and_none_of_them_is_kept()
    {
        Assert.Equal(10, _codes.Shown.Distinct().Count());
        Assert.All(_codes.Shown, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", code));
        Assert.All(_codes.Shown, code => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), _codes.Kept, StringComparison.Ordinal));
        Assert.Equal(10, RecoveryCodes.Left(_codes.Kept));
    }

    [Fact]
    public void A_code_works_once_and_leaves_the_others()
    {
        var left = RecoveryCodes.Spend(_codes.Kept, _codes.Shown[3]);

        Assert.Equal(9, RecoveryCodes.Left(left));
        Assert.Null(RecoveryCodes.Spend(left, _codes.Shown[3]));
        Assert.Equal(8, RecoveryCodes.Left(RecoveryCodes.Spend(left, _codes.Shown[4])));
    }

    [Fact]
    public void The_last_code_leaves_none()
    {
        var left = _codes.Shown.Aggregate(_codes.Kept, (kept, code) => RecoveryCodes.Spend(kept, code) ?? throw new InvalidOperationException(code));

        Assert.Equal(0, RecoveryCodes.Left(left));
        Assert.Null(RecoveryCodes.Spend(left, _codes.Shown[0]));
        Assert.Null(RecoveryCodes.Spend(left, ""));
    }

    [Fact]
    public void A_code_is_known_however_it_was_copied()
    {
        var code = _codes.Shown.First(c => c.Contains('0', StringComparison.Ordinal) || c.Contains('1', StringComparison.Ordinal));
#pragma warning disable CA1308 // as a person types it
        var typed = $" {code.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", "  ", StringComparison.Ordinal)} ";
#pragma warning restore CA1308

        Assert.NotNull(RecoveryCodes.Spend(_codes.Kept, typed));
    }

    [Fact]
    public void Where_there_are_none_nothing_fits()
    {
        Assert.Null(RecoveryCodes.Spend(null, _codes.Shown[0]));
        Assert.Equal(0, RecoveryCodes.Left(null));
    }
}
