using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What must be true of links at every moment.</summary>
internal static class LinkRules
{
    public static IEnumerable<string> Broken(Snapshot now)
    {
        foreach (var link in now.Links)
        {
            var invoice = now.InvoiceOf(link);
            var payments = now.PaymentsThrough(link.Id).ToList();
            var successors = now.SuccessorsOf(link).ToList();

            if (payments.Count(p => p.IsOpen) > 1)
            {
                yield return $"{link.Id} has several open payments.";
            }

            if (link.Status == LinkStatus.Expired && payments.Exists(p => p.IsOpen))
            {
                yield return $"{link.Id} expired while a payment through it was open.";
            }

            if ((link.Status == LinkStatus.Used) != payments.Exists(p => p.Status == PaymentStatus.Succeeded))
            {
                yield return $"{link.Id} is {link.Status}; its payments are {string.Join(", ", payments.Select(p => p.Status))}.";
            }

            if (LinkTransitions.Live.Contains(link.Status) && (invoice.Due.Minor <= 0 || invoice.Stage == InvoiceStage.Canceled))
            {
                yield return $"{link.Id} is {link.Status} on {invoice.Id}, which is settled or canceled.";
            }

            if (successors.Count > 1 || successors.Exists(s => s.RootId != link.RootId || s.InvoiceId != link.InvoiceId))
            {
                yield return $"{link.Id} has wrong successors: {string.Join(", ", successors.Select(s => s.Id))}.";
            }

            if (LinkTransitions.Live.Contains(link.Status) && successors.Count > 0)
            {
                yield return $"{link.Id} is {link.Status} and has a successor.";
            }
        }
    }
}
