namespace PayPage.Documents.Pdf;

/// <summary>What a part of the document is, for those who do not see it (ISO 32000-1, 14.7 and 14.8): a heading, a table's cell, a link.</summary>
/// <remarks>The order in which tags are added is the order in which the document is read out.</remarks>
internal sealed class PdfTag
{
    private readonly List<PdfTagKid> _kids = [];
    private string _said = "";

    /// <param name="type">A standard structure type, e.g. <c>P</c>.</param>
    public PdfTag(string type) => Type = type;

    public string Type { get; }

    public IReadOnlyList<PdfTagKid> Kids => _kids;

    /// <summary>What is said instead of a picture, and of a link.</summary>
    public string? Alt { get; init; }

    /// <summary>The words inside, in reading order; needed where they are painted in another one, as Arabic is, or over several lines. Null: as painted.</summary>
    public string? ActualText { get; private set; }

    /// <summary>For a picture: where on its page it stands, in points: left, bottom, right, top.</summary>
    public IReadOnlyList<double>? Box { get; set; }

    /// <summary>Which cells a heading of a table is for: <c>Row</c> or <c>Column</c>.</summary>
    public string? Scope { get; init; }

    public PdfTag Add(string type) => Add(new PdfTag(type));

    public PdfTag Add(PdfTag tag)
    {
        _kids.Add(new PdfTagKid.Tag(tag));
        return tag;
    }

    public void Add(PdfTagKid kid) => _kids.Add(kid);

    /// <summary>Notes words that are painted inside.</summary>
    /// <param name="isTurned">Whether they are painted in another order than they are read.</param>
    public void Say(string text, bool isTurned)
    {
        var goesOn = _said.Length > 0;    // what ends one line and what begins the next are two words only to those who see it
        _said += text;
        ActualText = isTurned || goesOn || ActualText is not null ? _said.Trim() : null;
    }
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
