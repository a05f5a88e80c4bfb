using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Verifying;

/// <summary>What things are is where their history leads: it is read again from the start, and each step must be a legal one.</summary>
internal static class HistoryRules
{
    public const string Name = "history";

    public static IEnumerable<BrokenRule> Broken(InvoiceBooks books) =>
        books.Payments.SelectMany(p => OfPayment(p, books)).Concat(OfInvoice(books));

    private static IEnumerable<BrokenRule> OfPayment(Payment payment, InvoiceBooks books)
    {
        // In the only order that can be legal. Times do not say which it was: nodes' clocks differ and are set, and two steps may share a moment.
        var steps = books.History.Where(e => e.PaymentId == payment.Id).Select(e => StatusAfter(e.Kind)).OfType<PaymentStatus>().OrderBy(Rank).ToList();
        var status = PaymentStatus.Prepared;

        foreach (var next in steps)
        {
            if (!CanLead(status, next))
            {
                yield return new BrokenRule(Name, $"{payment.Id}", $"a legal step from {status}", $"{next}");
            }

            status = next;
        }

        // That it was opened, and asked for, is in no history: an open payment is where it was last told to be, or a step on.
        var leads = payment.IsOpen ? PaymentTransitions.Open.Contains(status) && (status != PaymentStatus.Processing || payment.Status == status) : payment.Status == status;

        if (!leads)
        {
            yield return new BrokenRule(Name, $"{payment.Id}", $"{status}, by its history", $"{payment.Status}");
        }
    }

    private static IEnumerable<BrokenRule> OfInvoice(InvoiceBooks books)
    {
        var invoice = books.Invoice;
        var canceled = books.History.Where(e => e.Kind == AuditKind.InvoiceCanceled).ToList();

        if (canceled.Count != (invoice.Stage == InvoiceStage.Canceled ? 1 : 0))
        {
            yield return new BrokenRule(Name, $"{invoice.Id}", canceled.Count == 0 ? "not canceled, by its history" : "canceled once, by its history", $"{invoice.Stage}, canceled {canceled.Count} times");
        }

        if (canceled.Count > 0 && books.History.FirstOrDefault(e => e.Kind == AuditKind.PaymentStarted && e.At > canceled.Max(c => c.At) + BookRules.ClockMargin) is { } late)
        {
            yield return new BrokenRule(Name, $"{invoice.Id}", "no payment begun after it was canceled", $"{late.PaymentId} at {late.At:u}");
        }

        if ((invoice.Stage == InvoiceStage.Draft) != (invoice.IssuedAt is null) && invoice.Stage != InvoiceStage.Canceled)
        {
            yield return new BrokenRule(Name, $"{invoice.Id}", invoice.Stage == InvoiceStage.Draft ? "a draft that was never issued" : "a time at which it was issued", $"{invoice.IssuedAt:u}");
        }
    }

    /// <summary>Steps between the two may be missing: not each of them is told.</summary>
    private static bool CanLead(PaymentStatus from, PaymentStatus to)
    {
        var table = PaymentTransitions.Table;
        return from == to ? PaymentTransitions.Open.Contains(from) : table.Allows(from, to) || Enum.GetValues<PaymentStatus>().Any(via => table.Allows(from, via) && table.Allows(via, to));
    }

    private static int Rank(PaymentStatus status) => status switch
    {
        PaymentStatus.Succeeded => 2,    // final
        _ when !PaymentTransitions.Open.Contains(status) => 1,
        PaymentStatus.Processing => 0,
        _ => -1,
    };

    private static PaymentStatus? StatusAfter(AuditKind kind) => kind switch
    {
        AuditKind.PaymentUnconfirmed => PaymentStatus.Unconfirmed,
        AuditKind.PaymentProcessing => PaymentStatus.Processing,
        AuditKind.PaymentDeclined or AuditKind.PaymentFailed => PaymentStatus.Failed,
        AuditKind.PaymentCanceled => PaymentStatus.Canceled,
        AuditKind.PaymentSucceeded => PaymentStatus.Succeeded,
        _ => null,
    };
}
