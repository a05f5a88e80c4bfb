namespace PayPage.Domain.Merchants;

/// <summary>The time zones that a merchant can choose: the places of the IANA time zone database, and UTC.</summary>
public static class MerchantZones
{
    private const string Utc = "UTC";

    private static readonly string[] Areas = ["Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

    private static readonly Lazy<IReadOnlyList<string>> Known = new(Places);

    /// <summary>IANA names in their order, e.g. <c>Europe/Amsterdam</c>. Where a machine has no such database, UTC alone.</summary>
    public static IReadOnlyList<string> All => Known.Value;

    /// <param name="name">Letter by letter: a name that is not on the list is never looked up, for on some machines it becomes a file's path.</param>
    public static bool Has(string? name) => name is not null && All.Contains(name, StringComparer.Ordinal);

    private static List<string> Places() =>
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : null)
            .OfType<string>()
            .Where(name => Areas.Any(area => name.StartsWith(area, StringComparison.Ordinal)))
            .Append(Utc)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
