namespace PayPage.Domain.Batches;

/// <summary>How a file is to be read. What is null is not decided: by nobody yet, or not by anything in the file.</summary>
public sealed record FileFormat
{
    public TextEncoding? Encoding { get; init; }

    /// <summary>What stands between two cells: comma, semicolon, tab or bar.</summary>
    public char? Delimiter { get; init; }

    public DecimalMark? DecimalMark { get; init; }

    public DateOrder? DateOrder { get; init; }

    public AmountUnit? AmountUnit { get; init; }

    public static IReadOnlyList<char> Delimiters { get; } = [',', ';', '\t', '|'];

    /// <summary>What a machine is told to send, so that nothing of it has to be guessed.</summary>
    public static FileFormat OfMachines { get; } = new()
    {
        DecimalMark = Batches.DecimalMark.Point,
        DateOrder = Batches.DateOrder.YearFirst,
        AmountUnit = Batches.AmountUnit.Major,
    };

    /// <summary>The same in PayFort's dialect, which counts the smallest unit.</summary>
    public static FileFormat OfFort { get; } = OfMachines with { AmountUnit = Batches.AmountUnit.Minor };

    /// <summary>What this says, and where it says nothing what the other says.</summary>
    public FileFormat Or(FileFormat other) => new()
    {
        Encoding = Encoding ?? other.Encoding,
        Delimiter = Delimiter ?? other.Delimiter,
        DecimalMark = DecimalMark ?? other.DecimalMark,
        DateOrder = DateOrder ?? other.DateOrder,
        AmountUnit = AmountUnit ?? other.AmountUnit,
    };
}

public enum TextEncoding
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,

    /// <summary>What Excel calls CSV in the west of Europe and America; Latin-1 and a few signs more.</summary>
    Windows1252,
}

public enum DecimalMark
{
    /// <summary>12.50</summary>
    Point,

    /// <summary>12,50</summary>
    Comma,
}

public enum DateOrder
{
    /// <summary>2026-12-31 and nothing else. (Such dates are read whatever the order.)</summary>
    YearFirst,

    /// <summary>31/12/2026</summary>
    DayFirst,

    /// <summary>12/31/2026</summary>
    MonthFirst,
}

public enum AmountUnit
{
    /// <summary>12.50 is twelve and a half.</summary>
    Major,

    /// <summary>1250 is twelve and a half, where the currency has two decimals.</summary>
    Minor,
}

/// <summary>What was found out about a file, and from what.</summary>
/// <param name="Sentence">For people, with the evidence: the line, and what stands there.</param>
public sealed record Finding(FileAspect Aspect, string Sentence);

public enum FileAspect
{
    Encoding,
    Delimiter,
    DecimalMark,
    DateOrder,
    AmountUnit,
}
