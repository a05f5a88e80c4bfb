using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PayPage.Domain;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>A place in the list, between two invoices: what the list is ordered by, and the id where that is the same.</summary>
/// <remarks>
/// A place stays a place whatever is added or changed around it, so nothing is skipped or shown twice, as it would be by page numbers. It is no
/// secret and no right: what is found from it is bounded to the caller as ever.
/// </remarks>
/// <param name="Value">In the type that the sort has: an instant, a date, a <see cref="Money"/>, or a text.</param>
/// <param name="Back">Whether the page before it is meant, not the one behind it.</param>
internal sealed record ListCursor(InvoiceSort Sort, object Value, InvoiceId Id, bool Back)
{
    private const int LongestText = 400;
    private const int IdLength = 32;
    private const char Forth = 'f';
    private const char Backwards = 'b';

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>For an address: base64url.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{(int)Sort}{(Back ? Backwards : Forth)}{Id.Value:N}{Written(Value)}"));

    /// <param name="text">From an address: anything.</param>
    /// <returns>Null where it is none of ours, or of a list in another order: that list begins at its beginning.</returns>
    public static ListCursor? Read(string? text, InvoiceSort sort)
    {
        if (text is not { Length: > 0 and <= LongestText } || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            var plain = Strict.GetString(Base64Url.DecodeFromChars(text));
            return plain.Length > IdLength + 1
                && plain[0] - '0' == (int)sort
                && plain[1] is Forth or Backwards
                && Guid.TryParseExact(plain.AsSpan(2, Math.Min(IdLength, plain.Length - 2)), "N", out var id)
                && ValueOf(sort, plain[(2 + IdLength)..]) is { } value
                ? new ListCursor(sort, value, new InvoiceId(id), plain[1] == Backwards)
                : null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static string Written(object value) => value switch
    {
        DateTimeOffset at => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.DayNumber.ToString(CultureInfo.InvariantCulture),
        Money sum => $"{sum.Currency.Code}{sum.Minor.ToString(CultureInfo.InvariantCulture)}",
        _ => (string)value,
    };

    private static object? ValueOf(InvoiceSort sort, string text) => sort switch
    {
        InvoiceSort.Created => Figure(text) is >= 0 and var ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        InvoiceSort.Due => Figure(text) is >= 0 and var day && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null,
        InvoiceSort.Amount => text.Length > 3 && Currency.TryParse(text[..3], out var currency) && Figure(text[3..]) is { } minor ? new Money(minor, currency) : null,
        InvoiceSort.Number or InvoiceSort.Customer => text,
    };

    private static long? Figure(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : null;
}
