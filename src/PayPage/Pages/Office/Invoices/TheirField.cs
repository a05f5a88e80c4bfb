using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Pages.Office.Invoices;

/// <summary>Where two colleagues changed the same field: one of them takes what the other wrote.</summary>
internal static class TheirField
{
    /// <param name="field">One of <see cref="ProposalFields"/> or a whole line. Anything else changes nothing.</param>
    public static void Take(InvoiceForm mine, string field, InvoiceForm theirs)
    {
        if (IndexOf(field) is not { } index)
        {
            var member = typeof(InvoiceForm).GetProperty(FormNames.Of(field), typeof(string));
            member?.SetValue(mine, member.GetValue(theirs));
        }
        else if (index >= theirs.Lines.Count)
        {
            mine.Lines.RemoveRange(Math.Min(index, mine.Lines.Count), Math.Min(1, Math.Max(0, mine.Lines.Count - index)));
        }
        else if (index < mine.Lines.Count)
        {
            mine.Lines[index] = theirs.Lines[index];
        }
        else
        {
            mine.Lines.Add(theirs.Lines[index]);
        }
    }

    /// <returns>0 for the first line; null: it is no line.</returns>
    private static int? IndexOf(string field)
    {
        for (var index = 0; index < InvoiceLine.MostPerInvoice; index++)
        {
            if (field == ProposalFields.Line(index))
            {
                return index;
            }
        }

        return null;
    }
}
