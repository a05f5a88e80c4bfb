namespace PayPage.Documents.Text;

/// <summary>Characters of one level that see each other, over the isolates between them: an isolating run sequence (Unicode Standard Annex 9, BD13 and X10).</summary>
/// <param name="Places">Where its characters stand in the paragraph.</param>
/// <param name="Before">The direction that its start leans on: L or R.</param>
/// <param name="After">The direction that its end leans on.</param>
internal sealed record BidiSequence(IReadOnlyList<int> Places, byte Level, BidiClass Before, BidiClass After)
{
    public static List<BidiSequence> Of(BidiClass[] classes, byte[] levels, int[] pairs, byte paragraph)
    {
        var kept = Enumerable.Range(0, classes.Length).Where(i => !BidiParagraph.IsRemoved(classes[i])).ToArray();
        var runs = Runs(kept, levels);
        var byStart = runs.ToDictionary(run => run[0]);
        var position = new int[classes.Length];

        for (var i = 0; i < kept.Length; i++)
        {
            position[kept[i]] = i;
        }

        var sequences = new List<BidiSequence>();

        foreach (var run in runs.Where(run => !(classes[run[0]] == BidiClass.PDI && pairs[run[0]] >= 0)))
        {
            var places = new List<int>(run);

            while (BidiIsolates.Begins(classes[places[^1]]) && pairs[places[^1]] is >= 0 and var end)
            {
                places.AddRange(byStart[end]);
            }

            var (first, last, level) = (position[places[0]], position[places[^1]], levels[places[0]]);
            var before = first == 0 ? paragraph : levels[kept[first - 1]];
            var after = last == kept.Length - 1 || BidiIsolates.Begins(classes[places[^1]]) ? paragraph : levels[kept[last + 1]];
            sequences.Add(new BidiSequence(places, level, Towards(Math.Max(level, before)), Towards(Math.Max(level, after))));
        }

        return sequences;
    }

    /// <summary>L for even levels, R for odd ones.</summary>
    public static BidiClass Towards(byte level) => level % 2 == 0 ? BidiClass.L : BidiClass.R;

    /// <summary>Neighbours of one level, but for what was removed between them.</summary>
    private static List<List<int>> Runs(int[] kept, byte[] levels)
    {
        var runs = new List<List<int>>();

        foreach (var place in kept)
        {
            if (runs.Count == 0 || levels[runs[^1][^1]] != levels[place])
            {
                runs.Add([]);
            }

            runs[^1].Add(place);
        }

        return runs;
    }
}
