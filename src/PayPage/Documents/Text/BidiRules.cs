namespace PayPage.Documents.Text;

/// <summary>Rules W, N and I of the Unicode bidirectional algorithm (Unicode Standard Annex 9, 3.3.4 to 3.3.6), for one sequence.</summary>
internal static class BidiRules
{
    private const int MostOpenBrackets = 63;

    /// <param name="text">The paragraph's code points.</param>
    /// <param name="original">Their classes as Unicode has them.</param>
    /// <param name="classes">Their classes as overrides made them; changed.</param>
    /// <param name="levels">Changed.</param>
    public static void Apply(BidiSequence sequence, ReadOnlySpan<int> text, BidiClass[] original, BidiClass[] classes, byte[] levels)
    {
        var places = sequence.Places;
        var kinds = places.Select(place => classes[place]).ToArray();
        Weak(kinds, sequence.Before);
        Brackets(kinds, sequence, text, original);
        Neutral(kinds, sequence);

        for (var i = 0; i < kinds.Length; i++)
        {
            classes[places[i]] = kinds[i];
            levels[places[i]] = Implicit(sequence.Level, kinds[i]);
        }
    }

    /// <summary>W1 to W7: marks, numbers and what stands about numbers.</summary>
    private static void Weak(BidiClass[] kinds, BidiClass before)
    {
        var strong = before;

        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == BidiClass.NSM)
            {
                var previous = i == 0 ? before : kinds[i - 1];
                kinds[i] = BidiIsolates.Begins(previous) || previous == BidiClass.PDI ? BidiClass.ON : previous;
            }
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            strong = kinds[i] is BidiClass.L or BidiClass.R or BidiClass.AL ? kinds[i] : strong;
            kinds[i] = kinds[i] == BidiClass.EN && strong == BidiClass.AL ? BidiClass.AN : kinds[i];
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = kinds[i] == BidiClass.AL ? BidiClass.R : kinds[i];
        }

        for (var i = 1; i + 1 < kinds.Length; i++)
        {
            var (left, right) = (kinds[i - 1], kinds[i + 1]);
            var joins = left == right && (left, kinds[i]) is (BidiClass.EN, BidiClass.ES or BidiClass.CS) or (BidiClass.AN, BidiClass.CS);
            kinds[i] = joins ? left : kinds[i];
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == BidiClass.ET)
            {
                var end = i;

                while (end < kinds.Length && kinds[end] == BidiClass.ET)
                {
                    end++;
                }

                var isOfNumber = (i > 0 && kinds[i - 1] == BidiClass.EN) || (end < kinds.Length && kinds[end] == BidiClass.EN);
                Array.Fill(kinds, isOfNumber ? BidiClass.EN : BidiClass.ON, i, end - i);
                i = end - 1;
            }
            else if (kinds[i] is BidiClass.ES or BidiClass.CS)
            {
                kinds[i] = BidiClass.ON;
            }
        }

        strong = before;

        for (var i = 0; i < kinds.Length; i++)
        {
            strong = kinds[i] is BidiClass.L or BidiClass.R ? kinds[i] : strong;
            kinds[i] = kinds[i] == BidiClass.EN && strong == BidiClass.L ? BidiClass.L : kinds[i];
        }
    }

    /// <summary>N0: a pair of brackets runs as what stands inside it, or before it.</summary>
    private static void Brackets(BidiClass[] kinds, BidiSequence sequence, ReadOnlySpan<int> text, BidiClass[] original)
    {
        var own = BidiSequence.Towards(sequence.Level);

        foreach (var (open, close) in BracketPairs(kinds, sequence.Places, text))
        {
            var inside = kinds[(open + 1)..close].Select(Strength).OfType<BidiClass>().ToHashSet();
            var before = kinds[..open].Select(Strength).LastOrDefault(kind => kind is not null) ?? sequence.Before;

            if (inside.Count == 0)
            {
                continue;
            }

            var direction = inside.Contains(own) ? own : before != own ? before : own;
            (kinds[open], kinds[close]) = (direction, direction);
            PullMarks(kinds, open, direction, sequence.Places, original);
            PullMarks(kinds, close, direction, sequence.Places, original);
        }
    }

    /// <summary>Marks on a bracket go with it.</summary>
    private static void PullMarks(BidiClass[] kinds, int bracket, BidiClass direction, IReadOnlyList<int> places, BidiClass[] original)
    {
        for (var i = bracket + 1; i < kinds.Length && original[places[i]] == BidiClass.NSM; i++)
        {
            kinds[i] = direction;
        }
    }

    /// <summary>BD16.</summary>
    /// <returns>In the order of the opening ones.</returns>
    private static List<(int Open, int Close)> BracketPairs(BidiClass[] kinds, IReadOnlyList<int> places, ReadOnlySpan<int> text)
    {
        var (open, pairs) = (new List<(int Closing, int At)>(), new List<(int Open, int Close)>());

        for (var i = 0; i < kinds.Length; i++)
        {
            var c = text[places[i]];

            if (kinds[i] != BidiClass.ON)
            {
                continue;
            }

            if (BidiBrackets.ClosingOf(c) is { } closing)
            {
                if (open.Count == MostOpenBrackets)
                {
                    return [];
                }

                open.Add((closing, i));
            }
            else if (BidiBrackets.IsClosing(c) && open.FindLastIndex(o => o.Closing == BidiBrackets.Canonical(c)) is >= 0 and var at)
            {
                pairs.Add((open[at].At, i));
                open.RemoveRange(at, open.Count - at);
            }
        }

        pairs.Sort();
        return pairs;
    }

    /// <summary>N1 and N2: what has no direction takes that of its neighbours where they agree, else the sequence's own.</summary>
    private static void Neutral(BidiClass[] kinds, BidiSequence sequence)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            if (Strength(kinds[i]) is null)
            {
                var end = i;

                while (end < kinds.Length && Strength(kinds[end]) is null)
                {
                    end++;
                }

                var left = i == 0 ? sequence.Before : Strength(kinds[i - 1]);
                var right = end == kinds.Length ? sequence.After : Strength(kinds[end]);
                Array.Fill(kinds, left == right && left is { } both ? both : BidiSequence.Towards(sequence.Level), i, end - i);
                i = end - 1;
            }
        }
    }

    /// <returns>L or R, numbers counting as R; null for what has no direction.</returns>
    private static BidiClass? Strength(BidiClass kind) => kind switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => null,
    };

    /// <summary>I1 and I2.</summary>
    private static byte Implicit(byte level, BidiClass kind) => (level % 2, kind) switch
    {
        (0, BidiClass.R) => (byte)(level + 1),
        (0, BidiClass.AN or BidiClass.EN) => (byte)(level + 2),
        (1, BidiClass.L or BidiClass.AN or BidiClass.EN) => (byte)(level + 1),
        _ => level,
    };
}
