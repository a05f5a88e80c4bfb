using System.Text;
using PayPage.Domain;

namespace PayPage.Documents.Pdf;

/// <summary>One page: what is painted on it, and what each stroke belongs to. Points (1/72 inch) from the left bottom corner.</summary>
internal sealed class PdfPage(double width, double height)
{
    private readonly StringBuilder _content = new();
    private readonly List<PdfTag> _owners = [];
    private readonly List<PdfLink> _links = [];
    private bool _open;

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>The tags of the page's marked stretches, by number.</summary>
    public IReadOnlyList<PdfTag> Owners => _owners;

    public IReadOnlyList<PdfLink> Links => _links;

    public string Content => _content.ToString();

    /// <summary>All that is painted until <see cref="End"/> belongs to this tag.</summary>
    public void Begin(PdfTag tag)
    {
        Open();
        tag.Add(new PdfTagKid.Content(this, _owners.Count));
        Line($"/{tag.Type}<</MCID {PdfSyntax.Number(_owners.Count)}>>BDC");
        _owners.Add(tag);
    }

    /// <summary>All that is painted until <see cref="End"/> is furniture, which nobody reads out: lines, grounds, page numbers.</summary>
    /// <param name="repeats">Whether it stands at the edge of each page.</param>
    public void BeginArtifact(bool repeats = false)
    {
        Open();
        Line(repeats ? "/Artifact<</Type/Pagination>>BDC" : "/Artifact<</Type/Layout>>BDC");
    }

    public void End()
    {
        _open = false;
        Line("EMC");
    }

    /// <summary>Painting operators (ISO 32000-1, annex A), inside <see cref="Begin"/> or <see cref="BeginArtifact"/> only.</summary>
    /// <exception cref="InvariantException">Nothing was begun: a screen reader would trip over it.</exception>
    public void Paint(string operators)
    {
        if (!_open)
        {
            throw new InvariantException("Something is painted that is neither tagged nor furniture.");
        }

        Line(operators);
    }

    public void Add(PdfLink link)
    {
        link.Tag.Add(new PdfTagKid.Click(this, link));
        _links.Add(link);
    }

    private void Open()
    {
        if (_open)
        {
            throw new InvariantException("A stretch of content was begun inside another one.");
        }

        _open = true;
    }

    private void Line(string operators) => _content.Append(operators).Append('\n');
}
