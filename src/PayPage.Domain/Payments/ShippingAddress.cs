namespace PayPage.Domain.Payments;

/// <summary>Where a payer wants what he pays for to be sent, in his own words. Written as one text of seven lines.</summary>
/// <param name="Name">Of whoever takes it in.</param>
/// <param name="Line1">Street and number, or a box.</param>
/// <param name="Region">State, province or county; null where the place needs none.</param>
/// <param name="PostalCode">Null where there are none: not every country has them.</param>
/// <param name="Country">As the payer calls it: nobody translates it.</param>
public sealed record ShippingAddress(string Name, string Line1, string? Line2, string City, string? Region, string? PostalCode, string Country)
{
    public const int NameLength = 100;
    public const int LineLength = 100;
    public const int CityLength = 60;
    public const int RegionLength = 60;
    public const int PostalCodeLength = 20;
    public const int CountryLength = 60;

    /// <summary>Characters of its text, at most.</summary>
    public const int TextLength = NameLength + LineLength + LineLength + CityLength + RegionLength + PostalCodeLength + CountryLength + Parts - 1;

    private const int Parts = 7;

    /// <summary>As one would write it on a parcel, from the top.</summary>
    public IEnumerable<string> Lines => new[] { Name, Line1, Line2, string.Join(' ', new[] { PostalCode, City }.OfType<string>()), Region, Country }.OfType<string>();

    /// <param name="text">As <see cref="ToString"/> wrote it.</param>
    /// <exception cref="FormatException">It is none of ours.</exception>
    public static ShippingAddress Parse(string text) => text.Split('\n') is [var name, var line1, var line2, var city, var region, var code, var country]
        ? new ShippingAddress(name, line1, Given(line2), city, Given(region), Given(code), country)
        : throw new FormatException("This is no shipping address.");

    /// <summary>None of its parts holds a line break: they are read from fields of one line.</summary>
    public override string ToString() => string.Join('\n', Name, Line1, Line2, City, Region, PostalCode, Country);

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
