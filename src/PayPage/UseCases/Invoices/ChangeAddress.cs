using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Invoices;

/// <summary>The customer's e-mail address was wrong: whoever got the old links loses them. The invoice must be sent anew.</summary>
internal sealed class ChangeAddress(WriteSeam write, RevokeLinks revoke, Note note)
{
    /// <param name="email">One mailbox.</param>
    /// <returns>False when this merchant has no such invoice.</returns>
    public Task<bool> HandleAsync(string number, string email, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var invoice = await unit.Db.Invoices.Numbered(number, caller).SingleOrDefaultAsync(token);

            if (invoice is null || invoice.BillTo.Email == email)
            {
                return invoice is not null;
            }

            invoice.BillTo = invoice.BillTo with { Email = email };
            note.Of(unit, invoice, AuditKind.AddressChanged, caller.Actor);

            await revoke.HandleAsync(unit, invoice, caller.Actor, token);
            return true;
        },
        ct);
}
