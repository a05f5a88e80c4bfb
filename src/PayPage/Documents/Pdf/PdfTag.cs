namespace PayPage.Documents.Pdf;

/// <summary>What a part of the document is, for those who do not see it (ISO 32000-1, 14.7 and 14.8): a heading, a table's cell, a link.</summary>
/// <remarks>The order in which tags are added is the order in which the document is read out.</remarks>
internal sealed class PdfTag
{
    private readonly List<PdfTagKid> _kids = [];

    /// <param name="type">A standard structure type, e.g. <c>P</c>.</param>
    public PdfTag(string type) => Type = type;

    public string Type { get; }

    public IReadOnlyList<PdfTagKid> Kids => _kids;

    /// <summary>What is said instead of a picture, and of a link.</summary>
    public string? Alt { get; init; }

    /// <summary>Which cells a heading of a table is for: <c>Row</c> or <c>Column</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>How many columns a cell takes.</summary>
    public int ColumnSpan { get; init; } = 1;

    public PdfTag Add(string type) => Add(new PdfTag(type));

    public PdfTag Add(PdfTag tag)
    {
        _kids.Add(new PdfTagKid.Tag(tag));
        return tag;
    }

    public void Add(PdfTagKid kid) => _kids.Add(kid);
}

/// <summary>What stands inside a tag.</summary>
internal abstract record PdfTagKid
{
    private PdfTagKid()
    {
    }

    internal sealed record Tag(PdfTag Inner) : PdfTagKid;

    /// <summary>A stretch of a page's content.</summary>
    /// <param name="Mark">Its number on the page.</param>
    internal sealed record Content(PdfPage Page, int Mark) : PdfTagKid;

    /// <summary>A part of a page that can be clicked.</summary>
    internal sealed record Click(PdfPage Page, PdfLink Link) : PdfTagKid;
}
