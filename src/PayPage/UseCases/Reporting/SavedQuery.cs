namespace PayPage.UseCases.Reporting;

/// <summary>A wish as the text that is kept of it: as in an address, without days.</summary>
internal static class SavedQuery
{
    public static string Write(IReport report, ReportWish wish) =>
        string.Join('&', ReportQuery.Write(report, wish, withDays: false).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>What a later version of ours does not know any more is left out.</summary>
    public static ReportWish Read(IReport report, string query) => ReportQuery.Read(
        report,
        from pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        where parts.Length == 2
        select KeyValuePair.Create(parts[0], Uri.UnescapeDataString(parts[1]))).Wish;
}
