using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Refunds;

/// <summary>Somebody wanted to give money back and did not prove who he is: the merchant is to find that in the history.</summary>
internal sealed class NoteDenial(WriteSeam write, Note note)
{
    public Task HandleAsync(string number, string payment, Money amount, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var invoice = await unit.Db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(token);

            if (invoice is not null && await unit.Db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.InvoiceId == invoice.Id && p.Reference == payment, token) is { } paid)
            {
                note.Of(unit, invoice, AuditKind.RefundDenied, caller.Actor, paid, amount);
            }
        },
        ct);
}
