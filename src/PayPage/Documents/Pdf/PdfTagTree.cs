namespace PayPage.Documents.Pdf;

/// <summary>Writes the tags of a document, and the way back from a page's content to its tags (ISO 32000-1, 14.7.4).</summary>
internal sealed class PdfTagTree(PdfFile file, Func<PdfPage, int> pageNumber, Func<PdfLink, int> linkNumber)
{
    private readonly Dictionary<PdfTag, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <param name="pages">Each page's key in the tree is its place in this list; links follow, in their order.</param>
    /// <returns>The number of the tree's root.</returns>
    public int Write(PdfTag document, IReadOnlyList<PdfPage> pages)
    {
        var root = file.Reserve();
        var top = Write(document, root);
        var ways = pages.Select((page, i) => (Key: i, Value: PdfSyntax.Array(page.Owners.Select(Reference))))
            .Concat(pages.SelectMany(page => page.Links).Select((link, i) => (Key: pages.Count + i, Value: Reference(link.Tag)))).ToList();
        var back = file.Add($"<</Nums[{string.Concat(ways.Select(way => $"{PdfSyntax.Number(way.Key)} {way.Value} "))}]>>");
        file.Put(
            root,
            $"<</Type/StructTreeRoot/K {PdfSyntax.Reference(top)}/ParentTree {PdfSyntax.Reference(back)}/ParentTreeNextKey {PdfSyntax.Number(ways.Count)}>>");
        return root;
    }

    private int Write(PdfTag tag, int parent)
    {
        var number = file.Reserve();
        _numbers[tag] = number;
        var kids = tag.Kids.Select(kid => kid switch
        {
            PdfTagKid.Tag inner => PdfSyntax.Reference(Write(inner.Inner, number)),
            PdfTagKid.Content content => $"<</Type/MCR/Pg {PdfSyntax.Reference(pageNumber(content.Page))}/MCID {PdfSyntax.Number(content.Mark)}>>",
            PdfTagKid.Click click => $"<</Type/OBJR/Pg {PdfSyntax.Reference(pageNumber(click.Page))}/Obj {PdfSyntax.Reference(linkNumber(click.Link))}>>",
            _ => throw new System.Diagnostics.UnreachableException(),
        }).ToList();

        file.Put(number, $"<</Type/StructElem/S/{tag.Type}/P {PdfSyntax.Reference(parent)}/K{PdfSyntax.Array(kids)}{Words(tag)}{Attributes(tag)}>>");
        return number;
    }

    private string Reference(PdfTag tag) => PdfSyntax.Reference(_numbers[tag]);

    private static string Words(PdfTag tag) =>
        (tag.Alt is { } alt ? $"/Alt{PdfSyntax.Text(alt)}" : "") + (tag.ActualText is { } text ? $"/ActualText{PdfSyntax.Text(text)}" : "");

    /// <summary>ISO 32000-1, 14.8.5.</summary>
    private static string Attributes(PdfTag tag) => tag switch
    {
        { Scope: { } scope } => $"/A<</O/Table/Scope/{scope}>>",
        { Box: { } box } => $"/A<</O/Layout/BBox{PdfSyntax.Array(box.Select(PdfSyntax.Number))}>>",
        _ => "",
    };
}
