using PayPage.Domain.Links;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Who came to look at a link.</summary>
internal static class LinkWords
{
    /// <param name="visits">Null while nobody came.</param>
    public static string Visits(LinkVisits? visits) => visits switch
    {
        null => "Never",
        { PageViews: 0 } => $"{Times(visits.MachineFetches)} by mail scanners and previewers, by no person",
        { MachineFetches: 0 } => $"{Times(visits.PageViews)} in a browser",
        _ => $"{Times(visits.PageViews)} in a browser, {Times(visits.MachineFetches)} by mail scanners and previewers",
    };

    private static string Times(long count) => count switch { 1 => "once", 2 => "twice", _ => $"{count} times" };
}
