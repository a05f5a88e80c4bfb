namespace PayPage.Documents.Text;

/// <summary>Which isolates end where (Unicode Standard Annex 9, BD9).</summary>
internal static class BidiIsolates
{
    private const int None = -1;

    public static bool Begins(BidiClass kind) => kind is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    /// <returns>For each character that begins or ends an isolate its partner's place; -1 for all others.</returns>
    public static int[] Match(ReadOnlySpan<BidiClass> classes)
    {
        var pairs = new int[classes.Length];
        var open = new Stack<int>();

        for (var i = 0; i < classes.Length; i++)
        {
            pairs[i] = None;

            if (Begins(classes[i]))
            {
                open.Push(i);
            }
            else if (classes[i] == BidiClass.PDI && open.TryPop(out var first))
            {
                (pairs[first], pairs[i]) = (i, first);
            }
            else if (classes[i] == BidiClass.B)
            {
                open.Clear();
            }
        }

        return pairs;
    }
}
