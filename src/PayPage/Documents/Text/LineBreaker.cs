namespace PayPage.Documents.Text;

/// <summary>Cuts a paragraph into lines, and puts each line's glyphs into the order in which they are seen.</summary>
internal static class LineBreaker
{
    /// <param name="text">Line breaks begin new paragraphs; each has its own direction.</param>
    /// <param name="width">In points. A word that is longer is cut between letters: nothing is lost and nothing stands out.</param>
    /// <returns>At least one line.</returns>
    public static List<TextLine> Break(string text, TextStyle style, double width, TextDirection direction)
    {
        var lines = new List<TextLine>();

        foreach (var paragraph in text.Split('\n'))
        {
            var (glyphs, own) = Shaper.Shape(paragraph, style.Family, direction);
            var clusters = Clusters(glyphs);

            for (var from = 0; from < clusters.Count || from == 0;)
            {
                var to = End(clusters, from, width * 1000 / style.Size);
                lines.Add(Line(clusters[from..to], own, style, isLast: to == clusters.Count));
                from = Math.Max(to, 1);
            }
        }

        return lines;
    }

    /// <summary>A glyph with the marks on it: what must not be cut or turned round.</summary>
    private static List<ShapedGlyph[]> Clusters(List<ShapedGlyph> glyphs)
    {
        var clusters = new List<ShapedGlyph[]>();

        for (var from = 0; from < glyphs.Count;)
        {
            var to = from + 1;

            while (to < glyphs.Count && glyphs[to].IsMark)
            {
                to++;
            }

            clusters.Add([.. glyphs[from..to]]);
            from = to;
        }

        return clusters;
    }

    /// <param name="room">In thousandths of the size of the type.</param>
    private static int End(List<ShapedGlyph[]> clusters, int from, double room)
    {
        var (used, afterBreak) = (0.0, -1);

        for (var i = from; i < clusters.Count; i++)
        {
            var glyph = clusters[i][0];
            used += glyph.Advance;

            if (used > room && !glyph.IsSpace && i > from)
            {
                return afterBreak > from ? afterBreak : i;
            }

            afterBreak = glyph.MayBreakAfter ? i + 1 : afterBreak;
        }

        return clusters.Count;
    }

    private static TextLine Line(List<ShapedGlyph[]> clusters, byte own, TextStyle style, bool isLast)
    {
        var text = string.Concat(clusters.SelectMany(cluster => cluster).Select(glyph => glyph.Text)) + (isLast ? " " : "");

        while (clusters is [.., [{ IsSpace: true }]])
        {
            clusters.RemoveAt(clusters.Count - 1);
        }

        var seen = Reordered(clusters).SelectMany(cluster => cluster[0].Level % 2 == 1 ? cluster.Reverse() : cluster).ToList();
        return new TextLine(seen, text, seen.Sum(glyph => glyph.Advance) * style.Size / 1000, own % 2 == 1, style);
    }

    /// <summary>Rule L2 of Unicode Standard Annex 9: from the highest level down to the lowest odd one, each run is turned round.</summary>
    private static List<ShapedGlyph[]> Reordered(List<ShapedGlyph[]> clusters)
    {
        var highest = clusters.Count == 0 ? 0 : clusters.Max(cluster => cluster[0].Level);

        for (var level = highest; level > 0; level--)
        {
            for (var from = 0; from < clusters.Count; from++)
            {
                var to = from;

                while (to < clusters.Count && clusters[to][0].Level >= level)
                {
                    to++;
                }

                if (to > from)
                {
                    clusters.Reverse(from, to - from);
                    from = to;
                }
            }
        }

        return clusters;
    }
}
