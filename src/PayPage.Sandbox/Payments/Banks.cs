namespace PayPage.Sandbox.Payments;

internal sealed record Bank(string Code, string Name);

/// <summary>Banks that do not exist.</summary>
internal static class Banks
{
    public static readonly IReadOnlyList<Bank> All =
    [
        new("amberfield", "Amberfield Bank"),
        new("birchgate", "Birchgate Savings"),
        new("cobalt_quay", "Cobalt Quay Bank"),
        new("dunmarrow", "Dunmarrow Mutual"),
        new("elderbrook", "Elderbrook Trust"),
        new("fennwick", "Fennwick Cooperative"),
    ];

    /// <returns>Null when there is no such bank.</returns>
    public static Bank? Find(string? code) => All.FirstOrDefault(b => b.Code == code);
}
