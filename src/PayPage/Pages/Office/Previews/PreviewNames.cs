using System.Globalization;
using System.Text.RegularExpressions;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>How kinds and states of previews are called, in addresses and to people.</summary>
internal static partial class PreviewNames
{
    public static IReadOnlyList<(PreviewKind Kind, string Name, string Label)> Kinds { get; } =
    [
        (PreviewKind.Page, "page", "Pay page"),
        (PreviewKind.Mail, "mail", "Mail"),
        (PreviewKind.Confirmation, "confirmation", "Your confirmation"),
        (PreviewKind.Reminder, "reminder", "Reminder"),
        (PreviewKind.Overdue, "overdue", "Overdue reminder"),
        (PreviewKind.Text, "text", "Text message"),
        (PreviewKind.Paper, "paper", "PDF"),
    ];

    public static IReadOnlyList<(PreviewState State, string Name, string Label)> States { get; } =
    [
        (PreviewState.Unopened, "unopened", "Sent, not opened yet"),
        (PreviewState.LastMinutes, "last-minutes", "Opened, 5 minutes left"),
        (PreviewState.Expired, "expired", "Link expired"),
        (PreviewState.Declined, "declined", "Payment declined, may try again"),
        (PreviewState.InFlight, "in-flight", "Being paid on another device"),
        (PreviewState.InFlightOwn, "in-flight-own", "Being paid by this payer"),
        (PreviewState.PartPaid, "part-paid", "Paid in part"),
        (PreviewState.BankPending, "bank-pending", "Bank payment on its way"),
        (PreviewState.Paid, "paid", "Paid"),
        (PreviewState.Canceled, "canceled", "Invoice canceled"),
        (PreviewState.Closed, "closed", "Settled another way"),
        (PreviewState.Revoked, "revoked", "Link taken back"),
    ];

    public static string Of(PreviewKind kind) => Kinds.First(k => k.Kind == kind).Name;

    public static string Of(PreviewState state) => States.First(s => s.State == state).Name;

    public static string Label(PreviewKind kind) => Kinds.First(k => k.Kind == kind).Label;

    public static string Label(PreviewState state) => States.First(s => s.State == state).Label;

    /// <summary>Where a fault is, in front of its words: <c>Line 3: </c>. Nothing for the fields that are there once: their words say which they mean.</summary>
    public static string Place(string field) => Row().Match(field) is { Success: true } row
        ? string.Create(CultureInfo.InvariantCulture, $"Line {int.Parse(row.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 1}: ")
        : "";

    [GeneratedRegex(@"^lines\[([0-9]+)\]")]
    private static partial Regex Row();
}
