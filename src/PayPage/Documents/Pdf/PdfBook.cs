using System.Text;

namespace PayPage.Documents.Pdf;

/// <summary>A whole document while it is being made: pages, tags, bookmarks, and what the file says about itself.</summary>
/// <param name="title">In the title bar of a reader.</param>
/// <param name="language">BCP 47 tag.</param>
/// <param name="author">Who issues it.</param>
/// <param name="at">When the paper was issued.</param>
internal sealed class PdfBook(string title, string language, string author, DateTimeOffset at)
{
    private const string Producer = "PayPage";

    private readonly List<PdfPage> _pages = [];
    private readonly List<(string Text, PdfPage Page, double Top)> _bookmarks = [];

    public PdfTag Root { get; } = new("Document");

    public PdfFonts Fonts { get; } = new();

    public PdfPictures Pictures { get; } = new();

    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>Whether its readers read from right to left: page two lies on the left of page one.</summary>
    public bool IsRightToLeft { get; init; }

    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(width, height);
        _pages.Add(page);
        return page;
    }

    /// <param name="top">Where on the page, in points from its bottom.</param>
    public void Bookmark(string text, PdfPage page, double top) => _bookmarks.Add((text, page, top));

    public byte[] ToBytes()
    {
        var file = new PdfFile();
        var (catalog, tree) = (file.Reserve(), file.Reserve());
        var pageNumbers = _pages.ToDictionary(page => page, _ => file.Reserve());
        var linkNumbers = _pages.SelectMany(page => page.Links).ToDictionary(link => link, _ => file.Reserve());
        var contents = _pages.ToDictionary(page => page, page => file.AddStream("", Encoding.ASCII.GetBytes(page.Content)));
        var resources = file.Add($"<</Font{Fonts.WriteTo(file)}/XObject{Pictures.WriteTo(file)}>>");
        var links = 0;

        for (var i = 0; i < _pages.Count; i++)
        {
            var page = _pages[i];
            var here = page.Links.Select(link => PdfSyntax.Reference(linkNumbers[link])).ToList();

            foreach (var link in page.Links)
            {
                file.Put(linkNumbers[link], Link(link, _pages.Count + links++));
            }

            file.Put(
                pageNumbers[page],
                $"<</Type/Page/Parent {PdfSyntax.Reference(tree)}/MediaBox[0 0 {PdfSyntax.Number(page.Width)} {PdfSyntax.Number(page.Height)}]"
                + $"/Resources {PdfSyntax.Reference(resources)}/Contents {PdfSyntax.Reference(contents[page])}/StructParents {PdfSyntax.Number(i)}/Tabs/S"
                + $"{(here.Count > 0 ? $"/Annots{PdfSyntax.Array(here)}" : "")}>>");
        }

        file.Put(tree, $"<</Type/Pages/Count {PdfSyntax.Number(_pages.Count)}/Kids{PdfSyntax.Array(_pages.Select(page => PdfSyntax.Reference(pageNumbers[page])))}>>");
        var tags = new PdfTagTree(file, page => pageNumbers[page], link => linkNumbers[link]).Write(Root, _pages);
        var metadata = file.AddReadyStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(PdfMetadata.Write(title, language, author, Producer, at)));
        var outline = WriteBookmarks(file, pageNumbers);
        file.Put(
            catalog,
            $"<</Type/Catalog/Pages {PdfSyntax.Reference(tree)}/Lang{PdfSyntax.Text(language)}/MarkInfo<</Marked true>>/StructTreeRoot {PdfSyntax.Reference(tags)}"
            + $"/Metadata {PdfSyntax.Reference(metadata)}/ViewerPreferences<</DisplayDocTitle true{(IsRightToLeft ? "/Direction/R2L" : "")}>>{outline}>>");
        var info = file.Add(
            $"<</Title{PdfSyntax.Text(title)}/Author{PdfSyntax.Text(author)}/Producer{PdfSyntax.Text(Producer)}/CreationDate{PdfSyntax.Date(at)}>>");
        return file.ToBytes(catalog, info);
    }

    private static string Link(PdfLink link, int key)
    {
        var corners = new[] { link.Left, link.Bottom, link.Right, link.Top }.Select(PdfSyntax.Number);
        return $"<</Type/Annot/Subtype/Link/Rect{PdfSyntax.Array(corners)}/Border[0 0 0]/F 4/Contents{PdfSyntax.Text(link.Text)}"
            + $"/StructParent {PdfSyntax.Number(key)}/A<</Type/Action/S/URI/URI{PdfSyntax.Ascii(link.Address.AbsoluteUri)}>>>>";
    }

    /// <summary>ISO 32000-1, 12.3.3: a flat list.</summary>
    /// <returns>The catalog's entry for it.</returns>
    private string WriteBookmarks(PdfFile file, Dictionary<PdfPage, int> pageNumbers)
    {
        if (_bookmarks.Count == 0)
        {
            return "";
        }

        var root = file.Reserve();
        var numbers = _bookmarks.ConvertAll(_ => file.Reserve());

        for (var i = 0; i < numbers.Count; i++)
        {
            var (text, page, top) = _bookmarks[i];
            file.Put(
                numbers[i],
                $"<</Title{PdfSyntax.Text(text)}/Parent {PdfSyntax.Reference(root)}/Dest[{PdfSyntax.Reference(pageNumbers[page])}/XYZ null {PdfSyntax.Number(top)} null]"
                + $"{(i > 0 ? $"/Prev {PdfSyntax.Reference(numbers[i - 1])}" : "")}{(i + 1 < numbers.Count ? $"/Next {PdfSyntax.Reference(numbers[i + 1])}" : "")}>>");
        }

        file.Put(root, $"<</Type/Outlines/First {PdfSyntax.Reference(numbers[0])}/Last {PdfSyntax.Reference(numbers[^1])}/Count {PdfSyntax.Number(numbers.Count)}>>");
        return $"/Outlines {PdfSyntax.Reference(root)}/PageMode/UseNone";
    }
}
