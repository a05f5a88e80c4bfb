namespace PayPage.Pages.Office;

/// <summary>The id of a field's element: its name, with a hyphen for whatever an address could not hold: <c>Lines[0].Name</c> is <c>Lines-0--Name</c>.</summary>
internal static class FieldId
{
    public static string Of(string field) => string.Concat(field.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
