using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace PayPage.UseCases.Reporting;

/// <summary>Reads what is long in slices: each is a query of its own, so that memory stays flat and no transaction stays open while a reader is slow.</summary>
internal static class Slices
{
    /// <param name="slice">Lines that are read at once; 1 or more.</param>
    /// <param name="behind">The lines behind one, or all for null, as stretches of an index that are read one after the other.</param>
    public static async IAsyncEnumerable<object> WalkAsync<TLine>(
        int slice, Func<TLine?, IEnumerable<IQueryable<TLine>>> behind, [EnumeratorCancellation] CancellationToken ct)
        where TLine : class
    {
        TLine? last = null;
        List<TLine> lines;

        do
        {
            lines = [];

            foreach (var stretch in behind(last))
            {
                lines.AddRange(await stretch.Take(slice - lines.Count).ToListAsync(ct));

                if (lines.Count == slice)
                {
                    break;
                }
            }

            foreach (var line in lines)
            {
                yield return line;
            }

            last = lines.LastOrDefault();
        }
        while (lines.Count == slice);
    }
}
