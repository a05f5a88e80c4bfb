using PayPage.Domain.Audit;
using PayPage.Domain.Ledger;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Verifying;

/// <summary>Whoever must hear of money hears of it, once.</summary>
internal static class ToldRules
{
    public const string Name = "told-once";

    // Events are kept for seven days at least: of older ones nobody can say whether they were there.
    private static readonly TimeSpan EventsLast = TimeSpan.FromDays(6);

    public static IEnumerable<BrokenRule> Broken(InvoiceBooks books, DateTimeOffset now)
    {
        foreach (var payment in books.Payments)
        {
            var expected = payment.Status == PaymentStatus.Succeeded ? 1 : 0;
            var receipts = books.Receipts.Count(id => id == payment.Id);
            var confirmations = books.Mails.Count(m => m.Payment == payment.Id && m.Key == $"confirmation:{payment.Id}");
            var receiptMails = books.Mails.Count(m => m.Payment == payment.Id && m.Kind is (OutboxKind.ReceiptMail or OutboxKind.ReceiptText) && !m.Key.StartsWith(SendReceiptAgain.Key, StringComparison.Ordinal));    // asked for again, by name
            var events = books.Told.Count(id => id == payment.Id);
            var news = books.Ledger.Any(e => e.Posting == $"{payment.Id}" && e.Account == LedgerAccount.InvoicePaid) ? expected : 0;    // money that paid nothing is told of otherwise
            var recorded = books.History.Where(e => e.Kind == AuditKind.PaymentSucceeded && e.PaymentId == payment.Id).Select(e => e.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
            var isFresh = news == 1 && recorded > now - EventsLast;

            if (receipts != expected)
            {
                yield return new BrokenRule(Name, $"{payment.Id}", $"{expected} receipts", $"{receipts}");
            }

            if (confirmations != expected)
            {
                yield return new BrokenRule(Name, $"{payment.Id}", $"{expected} messages to the merchant", $"{confirmations}");
            }

            if (receiptMails > expected)
            {
                yield return new BrokenRule(Name, $"{payment.Id}", $"at most {expected} messages to the payer", $"{receiptMails}");
            }

            if (events > news || (isFresh && events == 0))
            {
                yield return new BrokenRule(Name, $"{payment.Id}", $"{news} events for the merchant’s systems", $"{events}");
            }
        }
    }
}
