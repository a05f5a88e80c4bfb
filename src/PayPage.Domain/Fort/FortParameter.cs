using System.Globalization;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.Domain.Fort;

/// <summary>A parameter of the dialect: how long it may be, and what may stand in it. The same for calls and for the cells of files.</summary>
/// <param name="Most">Letters, spaces around them not counted.</param>
/// <param name="Marks">Signs that may stand beside what its kind allows.</param>
public sealed record FortParameter(string Name, FortKind Kind, int Most, string Marks = "")
{
    public const string Command = "service_command";
    public const string Query = "query_command";
    public const string AccessCode = "access_code";
    public const string Merchant = "merchant_identifier";
    public const string Language = "language";
    public const string Amount = "amount";
    public const string Currency = "currency";
    public const string Email = "customer_email";
    public const string CustomerName = "customer_name";
    public const string Phone = "customer_phone";
    public const string Description = "order_description";
    public const string LinkStatus = "payment_link_status";
    public const string BatchReference = "batch_reference";
    public const string BatchId = "batch_id";

    private const int LongestSignature = 200;

    private static readonly Dictionary<string, FortParameter> ByName = new FortParameter[]
    {
        new(Command, FortKind.Alpha, 20, "_"),
        new(Query, FortKind.Alpha, 30, "_"),
        new(AccessCode, FortKind.Alnum, FortDoor.NameLength),
        new(Merchant, FortKind.Alnum, FortDoor.NameLength),
        new(FortSignature.Name, FortKind.Alnum, LongestSignature),
        new(FortColumns.Reference, FortKind.Alnum, 40, "-_.;"),
        new(Amount, FortKind.Numeric, 10),
        new(Currency, FortKind.Alpha, 3),
        new(Language, FortKind.Alpha, FortInvoice.LanguageLength) { Values = ["en", "ar"] },
        new(Email, FortKind.Alnum, 254, "_-.@+"),
        new(FortColumns.Expiry, FortKind.Alnum, 25, "-:+."),
        new("notification_type", FortKind.Alpha, 20, ", "),
        new(FortColumns.LinkCommand, FortKind.Alnum, 15),
        new(FortColumns.LinkId, FortKind.Alnum, FortInvoice.LinkIdLength, "-_."),
        new(FortColumns.Option, FortKind.Alpha, 10),
        new(Description, FortKind.Words, 150, "'/._-#:$ "),
        new(CustomerName, FortKind.Letters, 40, "_\\/-.' "),
        new(Phone, FortKind.Numeric, 19),
        new(FortColumns.ReturnUrl, FortKind.Alnum, FortInvoice.ReturnUrlLength, "$!=?#&_-/:."),
        new(LinkStatus, FortKind.Alpha, 10) { Values = ["Open", "Closed"] },
        new(BatchReference, FortKind.Alnum, 20, "-_./"),
        new(BatchId, FortKind.Alnum, 20),
    }.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);

    /// <summary>The only values there are; empty: whatever fits its kind.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <returns>Null when the dialect has none of that name.</returns>
    public static FortParameter? Of(string name) => ByName.GetValueOrDefault(name);

    /// <param name="text">Not blank.</param>
    /// <returns>What is wrong with it in itself; null: nothing.</returns>
    public FortCode? Fault(string text)
    {
        var value = text.Trim();

        return value.Length > Most ? FortCode.BadLength
            : !value.All(MayStandInIt) ? FortCode.BadFormat
            : Values.Count > 0 && !Values.Contains(value, StringComparer.Ordinal) ? FortCode.NotAllowedValue
            : Name == FortColumns.ReturnUrl && !IsFit(value) ? FortCode.BadFormat
            : null;
    }

    /// <summary>The same in a sentence for the merchant, who reads it beside a row of his file.</summary>
    public string? Objection(string text) => Fault(text) is not { } fault ? null
        : fault == FortCode.BadLength ? string.Create(CultureInfo.InvariantCulture, $"Write at most {Most} characters here.")
        : fault == FortCode.NotAllowedValue ? $"Write {string.Join(" or ", Values)} here."
        : Name == FortColumns.ReturnUrl ? "Write a whole address that begins with https:// here, of letters, digits and $ ! = ? # & _ - / : . only."
        : $"Only {KindInWords} may stand here{(Marks.Trim().Length == 0 ? "" : $", and {string.Join(' ', Marks.Trim().Select(mark => mark))}")}.";

    private string KindInWords => Kind switch
    {
        FortKind.Numeric => "the digits 0 to 9",
        FortKind.Alpha => "the letters A to Z",
        FortKind.Alnum => "the letters A to Z and digits",
        FortKind.Letters => "letters",
        FortKind.Words => "letters and digits",
    };

    private bool MayStandInIt(char c) => Marks.Contains(c, StringComparison.Ordinal) || Kind switch
    {
        FortKind.Numeric => char.IsAsciiDigit(c),
        FortKind.Alpha => char.IsAsciiLetter(c),
        FortKind.Alnum => char.IsAsciiLetterOrDigit(c),
        FortKind.Letters => IsOfAWord(c),
        FortKind.Words => IsOfAWord(c) || char.IsDigit(c),
    };

    /// <summary>Of any script: a name in Arabic has its vowel signs.</summary>
    private static bool IsOfAWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsFit(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0
        && address.HostNameType == UriHostNameType.Dns && address.Host.Contains('.', StringComparison.Ordinal);
}

/// <summary>What the dialect's words for kinds mean.</summary>
public enum FortKind
{
    Numeric,
    Alpha,
    Alnum,

    /// <summary>What the dialect calls Alpha where people read it: letters of any script.</summary>
    Letters,

    /// <summary>What the dialect calls Alnum where people read it: letters of any script, and digits.</summary>
    Words,
}
