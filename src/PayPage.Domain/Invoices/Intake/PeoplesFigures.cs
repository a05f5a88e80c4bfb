using System.Text.RegularExpressions;

namespace PayPage.Domain.Invoices.Intake;

/// <summary>Figures as people type them, with thousands in groups and their own decimal mark, made as plain as a machine's.</summary>
/// <remarks>
/// What can be read in two ways is not guessed: <c>1,250</c> is one and a quarter to some and twelve hundred and fifty to others.
/// The script of the office's form reads by the same rules (<c>wwwroot/js/office-invoice.js</c>); a test compares the two.
/// </remarks>
public static partial class PeoplesFigures
{
    private const string TwoWays =
        "This can be read in two ways: as thousands or as decimals. Write 1250 for the first and 1.25 for the second, not three digits behind a single mark.";

    private const int GroupLength = 3;
    private const int UsualDigits = 2;

    /// <summary>Longer ones are left to the reader, who says that they are too large.</summary>
    private const int LongestFigure = 40;

    /// <returns>The same proposal with plain figures. A figure that nobody could be sure of is a fault; anything else is left as it is, to be judged by the reader.</returns>
    public static InvoiceProposal MadePlain(InvoiceProposal typed)
    {
        var faults = new List<FieldFault>(typed.Unreadable);
        var digits = Currency.TryParse(typed.Currency?.Trim(), out var currency) ? currency.Digits : UsualDigits;

        return typed with
        {
            Total = Amount(ProposalFields.Total, typed.Total),
            MinimumPart = Amount(ProposalFields.MinimumPart, typed.MinimumPart),
            DiscountAmount = Amount(ProposalFields.DiscountAmount, typed.DiscountAmount),
            DiscountPercent = Percent(ProposalFields.DiscountPercent, typed.DiscountPercent),
            SubAmount = Amount(ProposalFields.SubAmount, typed.SubAmount),
            TaxAmount = Amount(ProposalFields.TaxAmount, typed.TaxAmount),
            TaxRate = Percent(ProposalFields.TaxRate, typed.TaxRate),
            FreightAmount = Amount(ProposalFields.FreightAmount, typed.FreightAmount),
            FreightTaxRate = Percent(ProposalFields.FreightTaxRate, typed.FreightTaxRate),
            Lines = [.. typed.Lines.Select(Line)],
            Unreadable = faults,
        };

        LineProposal Line(LineProposal line, int index) => line with
        {
            Quantity = Amount(ProposalFields.Line(index, LineFields.Quantity), line.Quantity),
            UnitPrice = Amount(ProposalFields.Line(index, LineFields.UnitPrice), line.UnitPrice),
            DiscountAmount = Amount(ProposalFields.Line(index, LineFields.DiscountAmount), line.DiscountAmount),
            DiscountPercent = Percent(ProposalFields.Line(index, LineFields.DiscountPercent), line.DiscountPercent),
            TaxAmount = Amount(ProposalFields.Line(index, LineFields.TaxAmount), line.TaxAmount),
            TaxRate = Percent(ProposalFields.Line(index, LineFields.TaxRate), line.TaxRate),
            Total = Amount(ProposalFields.Line(index, LineFields.Total), line.Total),
        };

        string? Amount(string field, string? text) => Plain(field, text, digits >= GroupLength ? "." : "");

        // No rate has thousands: whatever stands before three digits is a decimal mark.
        string? Percent(string field, string? text) => Plain(field, text, ".,");

        string? Plain(string field, string? text, string decimalMarks)
        {
            var plain = Read(text, decimalMarks);

            if (plain is null && text is not null)
            {
                faults.Add(new FieldFault(field, FaultKind.Invalid, TwoWays));
            }

            return plain ?? text;
        }
    }

    /// <param name="decimalMarks">The marks that begin decimals even where three digits follow, which might be thousands elsewhere.</param>
    /// <returns>Null where it can be read in two ways, or nothing was typed.</returns>
    public static string? Read(string? text, string decimalMarks)
    {
        var typed = text?.Trim();

        if (string.IsNullOrEmpty(typed) || typed.Length > LongestFigure)
        {
            return typed;
        }

        var groups = Grouped().Match(typed);
        var simple = Simple().Match(typed);
        var thousands = groups.Success && groups.Groups["mark"].Value != groups.Groups["point"].Value
            ? With(string.Concat(groups.Groups["whole"].Value.Where(char.IsAsciiDigit)), groups.Groups["part"].Value)
            : null;
        var decimals = simple.Success ? With(simple.Groups["whole"].Value, simple.Groups["part"].Value) : null;

        return thousands is null || decimals is null ? thousands ?? decimals ?? typed
            : typed.IndexOfAny(decimalMarks.ToCharArray()) >= 0 ? decimals
            : null;
    }

    private static string With(string whole, string part) => part.Length == 0 ? whole : $"{whole}.{part}";

    /// <summary>1 to 3 digits that do not begin with 0, groups of three behind one and the same mark, and decimals behind another.</summary>
    [GeneratedRegex(@"^(?<whole>[1-9][0-9]{0,2}(?<mark>[ \u00A0\u2009\u202F'\u2019.,])[0-9]{3}(?:\k<mark>[0-9]{3})*)(?:(?<point>[.,])(?<part>[0-9]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();

    /// <summary>Digits, and decimals behind a point or a comma.</summary>
    [GeneratedRegex("^(?<whole>[0-9]+)(?:[.,](?<part>[0-9]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Simple();
}
