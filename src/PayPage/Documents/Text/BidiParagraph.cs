namespace PayPage.Documents.Text;

/// <summary>Which way each character of a paragraph runs: the Unicode bidirectional algorithm (Unicode Standard Annex 9, rules P, X, W, N and I).</summary>
/// <param name="Levels">One for each character: odd ones run from right to left.</param>
/// <param name="Base">The paragraph's own level, 0 or 1.</param>
internal sealed record BidiParagraph(byte[] Levels, byte Base)
{
    private const int MaxDepth = 125;

    /// <param name="text">Code points; the paragraph ends at the last of them.</param>
    public static BidiParagraph Resolve(ReadOnlySpan<int> text, TextDirection direction)
    {
        var classes = new BidiClass[text.Length];

        for (var i = 0; i < text.Length; i++)
        {
            classes[i] = BidiClasses.Of(text[i]);
        }

        var pairs = BidiIsolates.Match(classes);
        var level = direction switch
        {
            TextDirection.LeftToRight => (byte)0,
            TextDirection.RightToLeft => (byte)1,
            _ => FirstStrong(classes, pairs, 0, classes.Length) ?? 0,
        };
        var levels = new byte[text.Length];
        Array.Fill(levels, level);

        if (level != 0 || Array.Exists(classes, MayTurn))
        {
            var resolved = (BidiClass[])classes.Clone();
            Explicit(classes, resolved, levels, pairs, level);

            foreach (var sequence in BidiSequence.Of(classes, levels, pairs, level))
            {
                BidiRules.Apply(sequence, text, classes, resolved, levels);
            }

            ResetSpaces(classes, levels, level, 0, levels.Length);
        }

        return new BidiParagraph(levels, level);
    }

    /// <summary>Rule L1: white space at the end of a line, and tabs with white space before them, run as the paragraph does.</summary>
    public static void ResetSpaces(ReadOnlySpan<BidiClass> classes, Span<byte> levels, byte level, int from, int to)
    {
        var trailing = true;

        for (var i = to - 1; i >= from; i--)
        {
            var kind = classes[i];

            if (kind is BidiClass.B or BidiClass.S)
            {
                trailing = true;
            }
            else if (kind is not (BidiClass.WS or BidiClass.LRI or BidiClass.RLI or BidiClass.FSI or BidiClass.PDI) && !IsRemoved(kind))
            {
                trailing = false;
            }

            levels[i] = trailing ? level : levels[i];
        }
    }

    /// <summary>Rule X9: what has done its work once the explicit levels are known.</summary>
    public static bool IsRemoved(BidiClass kind) =>
        kind is BidiClass.LRE or BidiClass.RLE or BidiClass.LRO or BidiClass.RLO or BidiClass.PDF or BidiClass.BN;

    /// <summary>Whether it can bring anything but level 0 into a paragraph that runs from left to right. Nearly all text in Latin letters holds nothing that does.</summary>
    private static bool MayTurn(BidiClass kind) =>
        kind is not (BidiClass.L or BidiClass.EN or BidiClass.ES or BidiClass.ET or BidiClass.CS or BidiClass.WS or BidiClass.ON);

    /// <summary>Rules P2 and P3.</summary>
    private static byte? FirstStrong(BidiClass[] classes, int[] pairs, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (classes[i] is BidiClass.L)
            {
                return 0;
            }

            if (classes[i] is BidiClass.R or BidiClass.AL)
            {
                return 1;
            }

            if (BidiIsolates.Begins(classes[i]))
            {
                i = pairs[i] < 0 ? to : pairs[i];
            }
        }

        return null;
    }

    /// <summary>Rules X1 to X8: what embeddings, overrides and isolates ask for.</summary>
    private static void Explicit(BidiClass[] classes, BidiClass[] resolved, byte[] levels, int[] pairs, byte paragraph)
    {
        var stack = new Stack<(byte Level, BidiClass? Override, bool IsIsolate)>();
        stack.Push((paragraph, null, false));
        var (tooManyIsolates, tooManyEmbeddings, isolates) = (0, 0, 0);

        for (var i = 0; i < classes.Length; i++)
        {
            var kind = classes[i];

            if (kind == BidiClass.PDI)
            {
                if (tooManyIsolates > 0)
                {
                    tooManyIsolates--;
                }
                else if (isolates > 0)
                {
                    tooManyEmbeddings = 0;
                    isolates--;

                    while (!stack.Pop().IsIsolate)
                    {
                    }
                }
            }

            var (level, forced, _) = stack.Peek();
            levels[i] = kind == BidiClass.B ? paragraph : level;

            if (forced is { } direction && !IsRemoved(kind) && kind != BidiClass.B)
            {
                resolved[i] = direction;
            }

            if (BidiIsolates.Begins(kind))
            {
                var isRight = kind == BidiClass.RLI || (kind == BidiClass.FSI && FirstStrong(classes, pairs, i + 1, pairs[i] < 0 ? classes.Length : pairs[i]) == 1);

                if (Next(level, isRight) is { } next && tooManyIsolates + tooManyEmbeddings == 0)
                {
                    isolates++;
                    stack.Push((next, null, true));
                }
                else
                {
                    tooManyIsolates++;
                }
            }
            else if (kind is BidiClass.LRE or BidiClass.RLE or BidiClass.LRO or BidiClass.RLO)
            {
                if (Next(level, kind is BidiClass.RLE or BidiClass.RLO) is { } next && tooManyIsolates + tooManyEmbeddings == 0)
                {
                    stack.Push((next, kind switch { BidiClass.LRO => BidiClass.L, BidiClass.RLO => BidiClass.R, _ => null }, false));
                }
                else if (tooManyIsolates == 0)
                {
                    tooManyEmbeddings++;
                }
            }
            else if (kind == BidiClass.PDF && tooManyIsolates == 0)
            {
                if (tooManyEmbeddings > 0)
                {
                    tooManyEmbeddings--;
                }
                else if (stack.Count > 1 && !stack.Peek().IsIsolate)
                {
                    stack.Pop();
                }
            }
        }
    }

    /// <returns>The next odd or even level; null when that is too deep.</returns>
    private static byte? Next(byte level, bool isRight)
    {
        var next = isRight ? (level + 1) | 1 : (level + 2) & ~1;
        return next <= MaxDepth ? (byte)next : null;
    }
}
