namespace PayPage.Domain.Invoices;

internal static class Rounding
{
    /// <summary>The commercial way: 0.5 goes up, -0.5 goes down. Exact, for no fraction is ever held in binary.</summary>
    /// <param name="numerator">Any sign.</param>
    /// <param name="denominator">More than 0.</param>
    /// <exception cref="OverflowException">The result is beyond a <see cref="long"/>.</exception>
    public static long HalfAwayFromZero(Int128 numerator, long denominator)
    {
        var half = denominator / 2;
        return (long)(numerator >= 0 ? (numerator + half) / denominator : (numerator - half) / denominator);
    }
}
