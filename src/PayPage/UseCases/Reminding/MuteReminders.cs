using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Outbox;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Reminding;

/// <summary>Nobody is reminded of one invoice any more, or its customer is again. May be repeated: what is so already is left alone.</summary>
internal sealed class MuteReminders(WriteSeam write, Note note, TimeProvider clock)
{
    /// <returns>False when the caller has no such invoice.</returns>
    public Task<bool> HandleAsync(string number, bool muted, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await unit.Db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(token) is not { } invoice)
            {
                return false;
            }

            var changed = await unit.Db.Invoices.Where(i => i.Id == invoice.Id && i.GetsNoReminders != muted).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.GetsNoReminders, muted).SetProperty(i => i.Version, i => i.Version + 1), token);

            if (changed == 1)
            {
                note.Of(unit, invoice, muted ? AuditKind.RemindersStopped : AuditKind.RemindersResumed, caller.Actor);
            }

            if (muted)
            {
                await ClaimMessage.TakeBackAsync(unit, invoice.Id, OutboxKind.ReminderMail, FindNeed.RemindersOff, clock.GetUtcNow(), token);
            }

            return true;
        },
        ct);
}
