using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PayPage.UseCases.Invoices;

namespace PayPage.Api.Invoices;

/// <summary>The ETag of an invoice: its version, and how much has happened to it.</summary>
/// <remarks>
/// All that a reply shows is changed by one of the two, so the whole says whether a copy is still good. For If-Match the version counts alone: that a link
/// was opened meanwhile, or a reminder sent, is nothing that anybody could overwrite.
/// </remarks>
internal static class InvoiceTag
{
    public static string Of(ShowInvoice.View view) => string.Create(CultureInfo.InvariantCulture, $"\"{view.Invoice.Version}.{view.History.Count}\"");

    /// <summary>Whether the caller has this very state already.</summary>
    /// <param name="given">If-None-Match, as it came.</param>
    public static bool IsKnown(StringValues given, string tag) =>
        given.Count > 0
        && EntityTagHeaderValue.TryParseStrictList([.. given.OfType<string>()], out var tags)
        && tags.Any(one => one.Tag == "*" || one.Tag == tag);    // weak or not: the rule for reading (RFC 9110 13.1.2)

    /// <summary>Reads If-Match.</summary>
    /// <param name="versions">Of which one must be the invoice's; null where any is right.</param>
    /// <returns>False where it is no list of entity tags.</returns>
    public static bool TryReadCondition(StringValues given, out IReadOnlyList<long>? versions)
    {
        versions = null;

        if (given.Count == 0)
        {
            return true;
        }

        if (!EntityTagHeaderValue.TryParseStrictList([.. given.OfType<string>()], out var tags))
        {
            return false;
        }

        versions = tags.Any(tag => tag.Tag == "*") ? null : [.. tags.Where(tag => !tag.IsWeak).Select(tag => VersionIn($"{tag.Tag}"))];
        return true;
    }

    /// <returns>-1, which no invoice has, for a tag that is none of ours.</returns>
    private static long VersionIn(string tag) =>
        long.TryParse(tag.Trim('"').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
