using PayPage.Domain.Delivery;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Processors;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>Holds the rows of one invoice against the rules of every door (<see cref="ProposalReader"/>), and says what is wrong where it stands.</summary>
/// <param name="format">Decided: nothing in it is asked any more.</param>
/// <param name="now">The instant at which it judges; what "today" is follows from it and the merchant's place.</param>
/// <param name="texts">Who may get text messages.</param>
/// <param name="takes">What the merchant's processor can take.</param>
/// <param name="fromMachine">Whether it came by API: figures are plain then.</param>
public sealed class RowJudge(FileColumns columns, FileFormat format, DateTimeOffset now, TimeZoneInfo zone, SmsLimits? texts, Takes takes, bool fromMachine = false)
{
    public const string ExamplePrefix = "EXAMPLE-";

    private const int UsualDigits = 2;

    /// <summary>Never throws for what stands in the rows.</summary>
    /// <param name="rows">Of one invoice, in order; at least one.</param>
    public RowVerdict Judge(IReadOnlyList<BatchRow> rows)
    {
        var faults = new RowFaults(columns, rows);
        var reader = new CellReader(format, DigitsOf(rows[0]), zone, fromMachine);
        var wrong = new List<FieldFault>();
        var proposal = Proposal(rows, reader, faults, wrong) with { Unreadable = wrong };

        if (proposal.Number?.Trim().StartsWith(ExamplePrefix, StringComparison.Ordinal) == true)
        {
            faults.OfField(ProposalFields.Number, "This is the example of the template. Delete the row.");
        }

        var found = WorkedOut(proposal, out var wanted);

        foreach (var fault in found)
        {
            faults.OfField(fault.Field, fault.Message);
        }

        return new RowVerdict(proposal, faults.ByLine.Count == 0 ? Timed(wanted, rows[0]) : null, faults.ByLine);
    }

    /// <summary>PayFort's links end at an instant, not with a day.</summary>
    private NewInvoice? Timed(NewInvoice? wanted, BatchRow head) =>
        columns.Dialect == FileDialect.Fort && FortInstant.TryRead(columns.Cell(head.Cells, FortColumns.Expiry), out var end)
            ? wanted is null ? null : wanted with { ExpiresAt = end }
            : wanted;

    private List<FieldFault> WorkedOut(InvoiceProposal proposal, out NewInvoice? wanted)
    {
        wanted = null;

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

        switch (ProposalReader.Read(proposal, today, texts).HeldAgainst(takes))
        {
            case ProposalReading.Read read:
                wanted = read.Invoice;
                return [.. PeoplesDoubts.In(proposal, read.Invoice).Where(IsOurs)];
            case ProposalReading.Faulty faulty:
                return [.. faulty.Faults];
            default:
                return [];
        }
    }

    /// <summary>PayFort's files have no due date of their own, so none contradicts the expiry.</summary>
    private bool IsOurs(FieldFault doubt) => columns.Dialect == FileDialect.House || doubt.Field != ProposalFields.ExpirationDate;

    private InvoiceProposal Proposal(IReadOnlyList<BatchRow> rows, CellReader reader, RowFaults faults, List<FieldFault> wrong)
    {
        var proposal = new InvoiceProposal { Publish = "true" };
        var lines = new List<LineProposal>();

        foreach (var (column, cell) in columns.Cells(rows[0].Cells).Where(pair => pair.Column is { OfLine: false } && !string.IsNullOrWhiteSpace(pair.Cell)))
        {
            var (text, fault) = reader.Read(column, cell);
            Note(column.Field, FortFault(column, cell) ?? fault);
            proposal = column.Set?.Invoke(proposal, text) ?? proposal;
        }

        foreach (var row in rows)
        {
            faults.CompareWithFirst(row);

            if (Line(row, reader, lines.Count, Note) is { } line)
            {
                lines.Add(line);
                faults.LineStandsIn(row);
            }
            else if (rows.Count > 1)
            {
                faults.OfRow(row, "This row repeats an invoice’s number but has no item. Give it an item, or a number of its own.");
            }
        }

        Ask(rows[0], proposal, wrong);

        return columns.Dialect == FileDialect.Fort
            ? proposal with { Description = proposal.Description ?? proposal.Number, Lines = lines, IncludesLink = bool.TrueString }
            : proposal with { Lines = lines };

        void Note(string field, string? fault)
        {
            if (fault is not null)
            {
                wrong.Add(new FieldFault(field, FaultKind.Invalid, fault));
            }
        }
    }

    /// <summary>Calls in PayFort's dialect are judged here too: what it says of lengths and signs holds for both.</summary>
    private string? FortFault(BatchColumn column, string cell) => columns.Dialect != FileDialect.Fort ? null
        : FortParameter.Of(column.Name)?.Objection(cell) is { } objection ? objection
        : column.Name == FortColumns.Expiry && FortInstant.TryRead(cell, out var end) && end <= now ? "This point in time is over: write one that is to come."
        : null;

    private LineProposal? Line(BatchRow row, CellReader reader, int index, Action<string, string?> note)
    {
        LineProposal? line = null;

        foreach (var (column, cell) in columns.Cells(row.Cells).Where(pair => pair.Column.OfLine && !string.IsNullOrWhiteSpace(pair.Cell)))
        {
            var (text, fault) = reader.Read(column, cell);
            note(ProposalFields.Line(index, column.Field), fault);
            line = column.SetLine?.Invoke(line ?? new LineProposal(), text) ?? line;
        }

        return line;
    }

    /// <summary>What a file must say and a form need not.</summary>
    private void Ask(BatchRow head, InvoiceProposal proposal, List<FieldFault> wrong)
    {
        foreach (var column in FileColumns.Of(columns.Dialect).Where(column => column.Need == ColumnNeed.Required))
        {
            var mayBeBlank = column.Name == HouseColumns.CustomerEmail && columns.Dialect == FileDialect.House && proposal.Delivery is "sms" or "none";

            if (!mayBeBlank && string.IsNullOrWhiteSpace(columns.Cell(head.Cells, column.Name)))
            {
                wrong.Add(new FieldFault(column.Field, FaultKind.Missing, $"Fill in {columns.NameOf(column)}: {Lower(column.About)}"));
            }
        }
    }

    private static string Lower(string about) => char.ToLowerInvariant(about[0]) + about[1..];

    private int DigitsOf(BatchRow row) =>
        Currency.TryParse(columns.Cell(row.Cells, "currency").Trim().ToUpperInvariant(), out var currency) ? currency.Digits : UsualDigits;
}

/// <summary>What the rows of one invoice came to.</summary>
/// <param name="Proposal">As every door makes one: also for a preview of rows that have faults.</param>
/// <param name="Wanted">Null where there is a fault.</param>
/// <param name="Faults">By line; none where it is good.</param>
public sealed record RowVerdict(InvoiceProposal Proposal, NewInvoice? Wanted, IReadOnlyDictionary<int, IReadOnlyList<RowFault>> Faults);
