using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Payments;

/// <summary>The processor did not answer when it mattered: the payment is unconfirmed until it does, and nobody is led on or lets him pay again.</summary>
internal sealed class LoseTrack(WriteSeam write, Note note)
{
    /// <summary>Does nothing where later news is in the books already. Safe to repeat.</summary>
    public Task HandleAsync(PaymentId id, CancellationToken ct) => write.RunAsync((unit, token) => MoveAsync(unit, id, token), ct);

    private async Task MoveAsync(Unit unit, PaymentId id, CancellationToken ct)
    {
        var payment = await unit.Db.Payments.SingleAsync(p => p.Id == id, ct);

        if (PaymentTransitions.Table.Allows(payment.Status, PaymentStatus.Unconfirmed))
        {
            payment.LoseTrack();
            var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);
            note.Of(unit, invoice, AuditKind.PaymentUnconfirmed, Actor.System, payment);
        }
    }
}
