using System.Net;
using System.Text.RegularExpressions;

namespace PayPage.Unit.Office;

/// <summary>Reads from a form of ours what a browser would send of it.</summary>
internal static partial class FormFields
{
    /// <param name="form">HTML of one form, as our pages write it.</param>
    public static List<(string Name, string Value)> Of(string form)
    {
        var fields = new List<(string Name, string Value)>();

        foreach (var input in Inputs().Matches(form).Select(match => match.Value))
        {
            var isBox = input.Contains("type=\"checkbox\"", StringComparison.Ordinal) || input.Contains("type=\"radio\"", StringComparison.Ordinal);

            if (Attribute(input, "name") is { } name && !input.Contains("type=\"file\"", StringComparison.Ordinal) && (!isBox || input.Contains("checked", StringComparison.Ordinal)))
            {
                fields.Add((name, Attribute(input, "value") ?? ""));
            }
        }

        foreach (Match area in Areas().Matches(form))
        {
            fields.Add((area.Groups[1].Value, WebUtility.HtmlDecode(area.Groups[2].Value)));
        }

        foreach (Match select in Selects().Matches(form))
        {
            fields.Add((select.Groups[1].Value, Attribute(Chosen().Match(select.Groups[2].Value).Value, "value") ?? ""));
        }

        return fields;
    }

    private static string? Attribute(string element, string name) =>
        Regex.Match(element, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea[^>]*\\sname=\"([^\"]*)\"[^>]*>\\r?\\n?(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Areas();

    [GeneratedRegex("<select[^>]*\\sname=\"([^\"]*)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*selected[^>]*>")]
    private static partial Regex Chosen();
}
