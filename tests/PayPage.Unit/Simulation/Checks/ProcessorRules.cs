using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What must be true between our books and the processor's at every moment, however much of its news is still on its way.</summary>
internal static class ProcessorRules
{
    public static IEnumerable<string> Broken(Snapshot now, World world)
    {
        // Money that went past the processor is not there: a person says that it came.
        foreach (var payment in now.Payments.Where(p => p.Method != PaymentMethod.Outside))
        {
            var there = world.Processor.SessionOf(payment.Id);

            if (payment.Status == PaymentStatus.Succeeded
                && (there is not { State: ProcessorState.Succeeded } || there.Amount != payment.Amount || there.Reference != payment.ProcessorReference))
            {
                yield return $"{payment.Id} is booked as {payment.Amount}; the processor has {there?.State} {there?.Amount}.";
            }

            // Money that came late after all was over is the one exception, and it is told until heard.
            if (payment.Status is PaymentStatus.Failed or PaymentStatus.Canceled && !world.Processor.IsOver(payment.Id) && there is not { CameLate: true })
            {
                yield return $"{payment.Id} is {payment.Status} here and {there?.State.ToString() ?? "may still come"} there.";
            }

            if (payment.Stray != StrayMoney.None && there is not { CameLate: true })
            {
                yield return $"{payment.Id} is {payment.Stray}, but its money came in time.";
            }
        }

        foreach (var twice in now.Payments.Where(p => p.ProcessorReference is not null).GroupBy(p => (p.AccountId, p.ProcessorReference)).Where(same => same.Count() > 1))
        {
            yield return $"{string.Join(" and ", twice.Select(p => p.Id))} are one payment at the processor.";
        }

        foreach (var session in world.Processor.Sessions.Where(s => now.Payment(s.PaymentId)?.Amount != s.Amount))
        {
            yield return $"The processor took up {session.PaymentId} over {session.Amount}, of which the books know nothing.";
        }

        foreach (var refund in now.Refunds.Where(r => r.Status == RefundStatus.Succeeded && r.AccountId is not null))
        {
            if (world.Processor.Refunds.Find(r => r.Reference == refund.ProcessorReference) is not { HasLeft: true } there || there.Minor != refund.Amount.Minor)
            {
                yield return $"{refund.Id} is booked as given back, {refund.Amount}; the processor never did that.";
            }
        }

        foreach (var session in world.Processor.Sessions.Where(
            s => world.Processor.Refunds.Where(r => r.Session == s && r.State != RefundState.Failed).Sum(r => r.Minor) > s.Amount.Minor))
        {
            yield return $"More than {session.Amount} of {session.PaymentId} went back.";
        }

        foreach (var link in now.PaymentsByLink)
        {
            var charges = link.Select(p => world.Processor.SessionOf(p.Id)).Where(s => s is { State: ProcessorState.Succeeded, CameLate: false });

            if (charges.Count() > 1)
            {
                yield return $"The payer of {link.Key} was charged twice.";
            }

            if (link.GroupBy(p => p.Amount.Minor).Any(g => world.Purse.WishesThrough(link.Key).Count(w => w == g.Key) < g.Count()))
            {
                yield return $"A payment through {link.Key} is not what its payer asked for.";
            }
        }
    }
}
