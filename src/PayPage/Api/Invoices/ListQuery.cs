using System.Globalization;
using Microsoft.Extensions.Primitives;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Api.Invoices;

/// <summary>What stands behind the question mark of the list: which invoices, from where, and how many.</summary>
/// <param name="Offset">Counts invoices, not pages, as in the dialect's own example.</param>
/// <param name="Status">Null: all.</param>
internal sealed record ListQuery(int Offset, int Limit, InvoiceStatus? Status)
{
    private const int UsualLimit = 5;
    private const int MostOffset = 1_000_000_000;

    private static readonly string Words = string.Join(", ", Enum.GetValues<InvoiceStatus>().Select(InvoiceReply.StatusName));

    /// <returns>Either of the two.</returns>
    public static (ListQuery? Query, IReadOnlyList<FieldFault> Faults) Read(IQueryCollection query)
    {
        var faults = new List<FieldFault>();
        var offset = Figure("offset", 0, MostOffset, 0);
        var limit = Figure("limit", 1, PageInvoices.Most, UsualLimit);
        var status = StatusIn(query["status"], faults);

        return faults.Count > 0 ? (null, faults) : (new ListQuery(offset, limit, status), []);

        int Figure(string name, int least, int most, int usual)
        {
            if (query[name] is not { Count: > 0 } given)
            {
                return usual;
            }

            if (given.Count == 1 && int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && figure >= least && figure <= most)
            {
                return figure;
            }

            faults.Add(new FieldFault(name, FaultKind.Invalid, string.Create(CultureInfo.InvariantCulture, $"Write one whole number from {least} to {most}, or leave it out.")));
            return usual;
        }
    }

    private static InvoiceStatus? StatusIn(StringValues given, List<FieldFault> faults)
    {
        if (given.Count == 0)
        {
            return null;
        }

        foreach (var status in Enum.GetValues<InvoiceStatus>())
        {
            if (given.Count == 1 && InvoiceReply.StatusName(status).Equals(given[0], StringComparison.OrdinalIgnoreCase))
            {
                return status;
            }
        }

        faults.Add(new FieldFault("status", FaultKind.Invalid, $"Write one of {Words}, in capital or small letters, or leave it out for all."));
        return null;
    }
}
