using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;

namespace PayPage.UseCases.Verifying;

/// <summary>What must be true of every invoice's books, at every moment. Pure: whoever has the books may ask.</summary>
internal static class BookRules
{
    /// <summary>Nodes' clocks differ, and are set: only what is clearly later than something counts as later.</summary>
    internal static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(5);

    public const string LedgerBalances = "ledger-balances";
    public const string InvoiceSums = "invoice-sums";
    public const string Currencies = "currencies";
    public const string Owners = "owners";

    /// <summary>All rules, in the order in which they are told.</summary>
    public static readonly IReadOnlyList<(string Name, Func<InvoiceBooks, DateTimeOffset, IEnumerable<BrokenRule>> Broken)> All =
    [
        (LedgerBalances, (books, _) => Balances(books)),
        (InvoiceSums, (books, _) => Sums(books)),
        (MoneyRules.Payments, (books, _) => books.Payments.SelectMany(p => MoneyRules.OfPayment(p, books))),
        (MoneyRules.Refunds, (books, _) => books.Refunds.SelectMany(r => MoneyRules.OfRefund(r, books))),
        (MoneyRules.Disputes, (books, _) => books.Disputes.SelectMany(d => MoneyRules.OfDispute(d, books))),
        (MoneyRules.Overpayments, (books, _) => books.Payments.SelectMany(p => MoneyRules.OfOverpayment(p, books))),
        (ToldRules.Name, ToldRules.Broken),
        (WatchRules.Name, WatchRules.Broken),
        (HistoryRules.Name, (books, _) => HistoryRules.Broken(books)),
        (Currencies, (books, _) => OneCurrency(books)),
        (Owners, (books, _) => OneOwner(books)),
        (LinkRules.Name, (books, _) => LinkRules.Broken(books)),
    ];

    /// <summary>Of one invoice.</summary>
    public static IEnumerable<BrokenRule> Broken(InvoiceBooks books, DateTimeOffset now) => All.SelectMany(rule => rule.Broken(books, now));

    private static IEnumerable<BrokenRule> Balances(InvoiceBooks books)
    {
        foreach (var posting in books.Ledger.GroupBy(e => e.Posting))
        {
            if (posting.Sum(e => e.Amount.Minor) is not 0 and var sum)
            {
                yield return new BrokenRule(LedgerBalances, posting.Key, "a sum of 0", $"{sum}");
            }

            var about = posting.Key.Split(':')[0];

            if (books.Payments.All(p => $"{p.Id}" != about) && books.Refunds.All(r => $"{r.Id}" != about) && books.Disputes.All(d => $"{d.Id}" != about))
            {
                yield return new BrokenRule(LedgerBalances, posting.Key, $"a payment, refund or dispute of {books.Invoice.Id}", "none");
            }
        }
    }

    private static IEnumerable<BrokenRule> Sums(InvoiceBooks books)
    {
        var invoice = books.Invoice;
        var open = books.Payments.Where(p => p.IsOpen).Sum(p => p.Amount.Minor);
        var paid = -books.Ledger.Where(e => e.Account == LedgerAccount.InvoicePaid).Sum(e => e.Amount.Minor);
        var refunded = books.Ledger.Where(e => e.Account == LedgerAccount.InvoiceRefunded).Sum(e => e.Amount.Minor);

        if (invoice.Reserved != open)
        {
            yield return Wrong($"{open} held, as its open payments are", $"{invoice.Reserved}");
        }

        if (invoice.Paid != paid)
        {
            yield return Wrong($"{paid} paid, as the ledger says", $"{invoice.Paid}");
        }

        if (invoice.Refunded != refunded)
        {
            yield return Wrong($"{refunded} given back, as the ledger says", $"{invoice.Refunded}");
        }

        if (invoice.Paid < 0 || invoice.Reserved < 0 || invoice.Refunded < 0 || invoice.Paid + invoice.Reserved > invoice.Total)
        {
            yield return Wrong($"paid and held between 0 and {invoice.Total}", $"{invoice.Paid} paid, {invoice.Reserved} held, {invoice.Refunded} given back");
        }

        if (invoice.Refunded > invoice.Paid)
        {
            yield return Wrong($"at most {invoice.Paid} given back", $"{invoice.Refunded}");
        }

        if (invoice.Stage is InvoiceStage.Canceled or InvoiceStage.Draft && (invoice.Paid != 0 || invoice.Reserved != 0))
        {
            yield return Wrong($"no money on an invoice that is {invoice.Stage}", $"{invoice.Paid} paid, {invoice.Reserved} held");
        }

        BrokenRule Wrong(string expected, string found) => new(InvoiceSums, $"{invoice.Id}", expected, found);
    }

    private static IEnumerable<BrokenRule> OneCurrency(InvoiceBooks books)
    {
        var currency = books.Invoice.Currency;
        var amounts = books.Payments.Select(p => (Id: $"{p.Id}", p.Amount))
            .Concat(books.Refunds.Select(r => (Id: $"{r.Id}", r.Amount)))
            .Concat(books.Disputes.Select(d => (Id: $"{d.Id}", d.Amount)));

        return amounts.Where(a => a.Amount.Currency != currency || a.Amount.Minor <= 0).Select(a => new BrokenRule(Currencies, a.Id, $"more than 0 in {currency.Code}", $"{a.Amount}"))
            .Concat(books.Ledger.Where(e => e.Amount.Currency != currency).Select(e => new BrokenRule(Currencies, e.Posting, currency.Code, $"{e.Amount}")));
    }

    private static IEnumerable<BrokenRule> OneOwner(InvoiceBooks books)
    {
        var (merchant, mode) = (books.Invoice.MerchantId, books.Invoice.Mode);
        var all = books.Payments.Select(p => (Id: $"{p.Id}", p.MerchantId, p.Mode))
            .Concat(books.Refunds.Select(r => (Id: $"{r.Id}", r.MerchantId, Mode: mode)))
            .Concat(books.Disputes.Select(d => (Id: $"{d.Id}", d.MerchantId, d.Mode)))
            .Concat(books.Links.Select(l => (Id: $"{l.Id}", l.MerchantId, Mode: mode)))
            .Concat(books.Ledger.Select(e => (Id: e.Posting, e.MerchantId, e.Mode)));

        return all.Where(a => a.MerchantId != merchant || a.Mode != mode).Select(a => new BrokenRule(Owners, a.Id, $"{merchant}, {mode}", $"{a.MerchantId}, {a.Mode}"));
    }
}
