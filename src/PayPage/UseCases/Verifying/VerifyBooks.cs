using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Verifying;

/// <summary>Checks whether all that must be true of the books is true, of all merchants, in both modes. Reads only; may be run at any time, beside everything else.</summary>
internal sealed class VerifyBooks(ReadBooks read, TimeProvider clock)
{
    /// <summary>Of each rule; all are counted.</summary>
    internal const int MostTold = 50;

    public async Task<BooksReport> HandleAsync(CancellationToken ct)
    {
        var counts = new BooksReport();
        InvoiceId? after = null;

        while (await read.PageAsync(after, ct) is { Count: > 0 } page)
        {
            foreach (var books in page)
            {
                counts.Count(books);

                foreach (var broken in await BrokenAsync(books, ct))
                {
                    counts.Add(broken);
                }
            }

            after = page[^1].Invoice.Id;
        }

        foreach (var (of, sum, entries) in await read.LedgerAsync(ct))
        {
            counts.CountLedger(of, entries);

            if (sum != 0)
            {
                counts.Add(new BrokenRule(BookRules.LedgerBalances, $"the whole ledger, {of}", "a sum of 0", $"{sum}"));
            }
        }

        return counts;
    }

    /// <summary>What looks broken is read once more, while nobody writes to it: what was read at several moments may not fit together.</summary>
    private async Task<IReadOnlyList<BrokenRule>> BrokenAsync(InvoiceBooks books, CancellationToken ct)
    {
        if (!BookRules.Broken(books, clock.GetUtcNow()).Any())
        {
            return [];
        }

        return [.. BookRules.Broken(await read.OneAsync(books.Invoice.Id, ct), clock.GetUtcNow())];
    }
}

/// <summary>What was checked, and what is broken.</summary>
internal sealed class BooksReport
{
    private readonly Dictionary<string, int> _broken = new(StringComparer.Ordinal);

    public long Invoices { get; private set; }

    public long Payments { get; private set; }

    public long Refunds { get; private set; }

    public long Links { get; private set; }

    /// <summary>Entries of the ledger, by mode and currency.</summary>
    public Dictionary<string, int> Ledger { get; } = [];

    /// <summary>The first <see cref="VerifyBooks.MostTold"/> of each rule.</summary>
    public List<BrokenRule> Broken { get; } = [];

    public int BrokenCount => _broken.Values.Sum();

    public int BrokenOf(string rule) => _broken.GetValueOrDefault(rule);

    public void Count(InvoiceBooks books)
    {
        Invoices++;
        Payments += books.Payments.Count;
        Refunds += books.Refunds.Count;
        Links += books.Links.Count;
    }

    public void CountLedger(string of, int entries) => Ledger[of] = entries;

    public void Add(BrokenRule broken)
    {
        _broken[broken.Rule] = BrokenOf(broken.Rule) + 1;

        if (BrokenOf(broken.Rule) <= VerifyBooks.MostTold)
        {
            Broken.Add(broken);
        }
    }
}
