using PayPage.UseCases.Reconciliation;

namespace PayPage.Pages.Office.Differences;

/// <summary>One list of differences, for <c>_Inbox</c>.</summary>
/// <param name="Empty">What is said where there are none.</param>
internal sealed record Inbox(string Id, string Title, string Empty, IReadOnlyList<ListDifferences.Row> Rows, OfficePage Page);
