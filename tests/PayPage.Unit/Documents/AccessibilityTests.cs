using System.Globalization;
using System.Text.RegularExpressions;

namespace PayPage.Unit.Documents;

/// <summary>What PDF/UA-1 (ISO 14289-1) asks for and a machine can see; the numbers are those of the Matterhorn protocol. See docs/documents.md.</summary>
public sealed partial class AccessibilityTests
{
    public static TheoryData<string> All => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void All_that_is_painted_is_tagged_or_furniture(string sample)    // 01-003 to 01-005
    {
        var pdf = new PdfReader(Samples.Pdf(sample));
        var ways = pdf.Objects[PdfReader.Reference(pdf.Single("/Type/StructTreeRoot"), "/ParentTree")];

        foreach (var page in pdf.With("/Type/Page/"))
        {
            var marks = Walk(pdf.Stream(PdfReader.Reference(page, "/Contents")));
            var key = Regex.Match(page, @"/StructParents (\d+)").Groups[1].Value;
            var owners = Regex.Match(ways, $@"(?:\[|R\] |R ){key} \[([^\]]*)\]").Groups[1].Value;

            Assert.Equal(Enumerable.Range(0, marks.Count), marks);
            Assert.Equal(marks.Count, Regex.Count(owners, " 0 R"));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_stretch_has_one_place_in_the_tree(string sample)    // 09-001, 01-006
    {
        var pdf = new PdfReader(Samples.Pdf(sample));
        var marks = pdf.With("/Type/Page/").Sum(page => Walk(pdf.Stream(PdfReader.Reference(page, "/Contents"))).Count);
        var inTree = pdf.With("/Type/StructElem").SelectMany(tag => Mark().Matches(tag)).Select(match => match.Value).ToList();

        Assert.Equal(marks, inTree.Count);
        Assert.Equal(inTree.Count, inTree.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_file_says_what_it_is(string sample)    // 06-002 to 06-004, 07-001 and 07-002, 11-006, 05
    {
        var pdf = new PdfReader(Samples.Pdf(sample));
        var metadata = pdf.Stream(PdfReader.Reference(pdf.Catalog, "/Metadata"));

        Assert.Contains("/MarkInfo<</Marked true>>", pdf.Catalog, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", pdf.Catalog, StringComparison.Ordinal);
        Assert.Contains($"/Lang({sample.Split('-')[1]})", pdf.Catalog, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", metadata, StringComparison.Ordinal);
        Assert.Contains("<dc:title>", metadata, StringComparison.Ordinal);
        Assert.Contains("/Type/Outlines", pdf.Objects[PdfReader.Reference(pdf.Catalog, "/Outlines")], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Headings_pictures_tables_and_links_say_what_they_must(string sample)    // 13-004, 14-002, 14-003, 15-003, 28-002 to 28-012
    {
        var pdf = new PdfReader(Samples.Pdf(sample));
        var tags = pdf.With("/Type/StructElem").ToList();
        var links = pdf.With("/Subtype/Link").ToList();

        Assert.Single(tags, tag => tag.Contains("/S/H1/", StringComparison.Ordinal));
        Assert.All(tags.Where(tag => tag.Contains("/S/Figure/", StringComparison.Ordinal)), tag => Assert.Matches("/Alt[(<]", tag));
        Assert.All(tags.Where(tag => tag.Contains("/S/TH/", StringComparison.Ordinal)), tag => Assert.Matches("/Scope/(Row|Column)", tag));
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Matches(@"/F 4/Contents[(<].+/StructParent \d+", link));
        Assert.Equal(links.Count, tags.Sum(tag => Regex.Count(tag, "/Type/OBJR")));
        Assert.All(tags.Where(tag => tag.Contains("/OBJR", StringComparison.Ordinal)), tag => Assert.Contains("/S/Link/", tag, StringComparison.Ordinal));
        Assert.All(pdf.With("/Type/Page/"), page => Assert.Contains("/Tabs/S", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_glyph_is_shown_that_the_font_does_not_have(string sample)    // 31-030
    {
        var pdf = new PdfReader(Samples.Pdf(sample));

        Assert.All(
            pdf.With("/Type/Page/").SelectMany(page => Glyphs().Matches(pdf.Stream(PdfReader.Reference(page, "/Contents")))),
            run => Assert.DoesNotContain("0000", run.Groups[1].Value.Chunk(4).Select(code => new string(code))));
    }

    [Fact]
    public void Arabic_is_read_out_in_the_order_in_which_it_was_written()
    {
        var pdf = new PdfReader(Samples.Pdf("invoice-ar"));
        var texts = pdf.With("/ActualText").Select(tag => Hexadecimal().Match(tag).Groups[1].Value).Select(hex => System.Text.Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex)));

        Assert.Contains("باقة مختلطة (رقم 2)", texts);
    }

    /// <summary>The numbers of the marked stretches of a page, in order, after a look that nothing is painted outside one.</summary>
    private static List<int> Walk(string content)
    {
        var (marks, isOpen) = (new List<int>(), false);

        foreach (var line in content.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.EndsWith("BDC", StringComparison.Ordinal))
            {
                Assert.False(isOpen, line);
                isOpen = true;

                if (!line.StartsWith("/Artifact", StringComparison.Ordinal))
                {
                    marks.Add(int.Parse(Regex.Match(line, @"/MCID (\d+)").Groups[1].Value, CultureInfo.InvariantCulture));
                }
            }
            else if (line == "EMC")
            {
                Assert.True(isOpen);
                isOpen = false;
            }
            else
            {
                Assert.True(isOpen, line);
            }
        }

        Assert.False(isOpen);
        return marks;
    }

    [GeneratedRegex(@"/Pg \d+ 0 R/MCID \d+")]
    private static partial Regex Mark();

    [GeneratedRegex("<([0-9A-F]+)>")]
    private static partial Regex Glyphs();

    [GeneratedRegex("/ActualText<FEFF([0-9A-F]+)>")]
    private static partial Regex Hexadecimal();
}
