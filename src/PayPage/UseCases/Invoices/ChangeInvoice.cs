using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Links;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Invoices;

/// <summary>An invoice says something else from now on, as long as no money came and none is on its way. Number and currency stay.</summary>
/// <remarks>Whoever began to change it before somebody else did is told what that was; nothing is overwritten unknowingly.</remarks>
internal sealed class ChangeInvoice(WriteSeam write, FindCustomer findCustomer, RevokeLinks revoke, MintLink mint, Note note)
{
    public Task<Outcome> HandleAsync(Wish wish, Caller caller, CancellationToken ct) =>
        write.RunAsync((unit, token) => ChangeAsync(unit, wish, caller, token), ct);

    private async Task<Outcome> ChangeAsync(Unit unit, Wish wish, Caller caller, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.Numbered(wish.Number, caller).SingleOrDefaultAsync(ct);

        if (invoice is null)
        {
            return new Outcome.NoSuchInvoice();
        }

        if (BeginChange.Obstacle(invoice) is { } obstacle)
        {
            return new Outcome.NotAllowed(obstacle);
        }

        wish = wish with { Wanted = wish.Wanted with { Fields = wish.Wanted.Fields ?? invoice.Fields } };    // a form that does not know them leaves them
        var before = NewInvoice.Like(invoice);
        var (now, wanted) = (FieldTexts.Of(before), FieldTexts.Of(wish.Wanted));
        IReadOnlyList<string> changed = [.. now.ChangedFrom(wanted), .. SubtotalChanged(invoice, wish)];

        if (wish.IsStrict && invoice.Version != wish.Version && changed.Count > 0)
        {
            return new Outcome.ChangedMeanwhile([], before, invoice.Version, now.Marks);
        }

        if (wish is { IsStrict: false, Version: { } version } && invoice.Version != version && OfOthers(now, wanted, wish.Marks) is { Count: > 0 } clashes)
        {
            return new Outcome.ChangedMeanwhile(clashes, before, invoice.Version, now.Marks);
        }

        return changed.Count == 0 ? new Outcome.Changed(changed, 0) : new Outcome.Changed(
            changed, await SaveAsync(unit, invoice, wish.SaysAll ? wish.Wanted : KeepingSubtotal(wish.Wanted, invoice), changed, caller, ct));
    }

    /// <summary>What others changed since the form was shown, but for what both changed to the same.</summary>
    private static List<Clash> OfOthers(FieldTexts now, FieldTexts wanted, string? marks) =>
    [
        .. from field in now.ChangedSince(marks)
           where now.In(field) != wanted.In(field)
           select new Clash(field, now.In(field), wanted.In(field)),
    ];

    /// <returns>How many links lost their right because the address was another.</returns>
    private async Task<int> SaveAsync(Unit unit, Invoice invoice, NewInvoice wanted, IReadOnlyList<string> changed, Caller caller, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var customer = await findCustomer.HandleAsync(unit, wanted.BillTo, caller, ct);
        var wentElsewhere = invoice.BillTo.Email is { } old && old != wanted.BillTo.Email;

        invoice.Change(wanted, customer.Id);
        note.Of(unit, invoice, AuditKind.InvoiceChanged, caller.Actor, FieldNames.List(changed, AuditEvent.DetailLength));

        foreach (var link in await unit.Db.Links.Where(l => l.InvoiceId == invoice.Id && LinkTransitions.Live.Contains(l.Status)).ToListAsync(ct))
        {
            link.LiveUntil(LinkLifetime.Of(invoice, link.CreatedAt, merchant.Zone));
        }

        var revoked = wentElsewhere ? await revoke.HandleAsync(unit, invoice, caller.Actor, ct) : 0;

        if (revoked > 0 && invoice.IsPayable)
        {
            mint.Handle(unit, invoice, merchant, null, caller.Actor);    // sent to nobody yet: that is for the merchant to do
        }

        return revoked;
    }

    private static IEnumerable<string> SubtotalChanged(Invoice invoice, Wish wish) =>
        wish.SaysAll && invoice.Amounts.CallersSubtotal != wish.Wanted.Amounts.CallersSubtotal ? [ProposalFields.SubAmount] : [];

    /// <summary>A subtotal that the caller's system once gave is given back as long as it is still true.</summary>
    private static NewInvoice KeepingSubtotal(NewInvoice wanted, Invoice invoice) =>
        wanted.Amounts == invoice.Amounts with { CallersSubtotal = null } ? wanted with { Amounts = invoice.Amounts } : wanted;

    /// <param name="Wanted">In the invoice's currency, which no door lets anybody change.</param>
    /// <param name="Version">Of the invoice when the form was shown; null: whatever was changed since is to be replaced.</param>
    /// <param name="Marks">What its fields said then, see <see cref="FieldTexts.Marks"/>.</param>
    /// <param name="IsStrict">Whether any other version than that one is a clash, whatever became different. But where all is as wanted, there is none: the same wish came before.</param>
    internal sealed record Wish(string Number, NewInvoice Wanted, long? Version, string? Marks, bool IsStrict = false)
    {
        /// <summary>Whether the caller's own subtotal is as it is wanted, too. Forms know nothing of it, and leave it as it is.</summary>
        public bool SaysAll { get; init; }
    }

    /// <param name="Theirs">What stands in the field now; empty: nothing.</param>
    /// <param name="Mine">What this form would write into it.</param>
    internal sealed record Clash(string Field, string Theirs, string Mine);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Fields">What is different now; empty where everything was as wanted already.</param>
        /// <param name="RevokedLinks">How many links stopped working, because the e-mail address is another. It should be sent again.</param>
        internal sealed record Changed(IReadOnlyList<string> Fields, int RevokedLinks) : Outcome;

        /// <summary>Nothing was written. With this version and these marks the same wish is granted: whoever sends it knows what he replaces.</summary>
        internal sealed record ChangedMeanwhile(IReadOnlyList<Clash> Clashes, NewInvoice Theirs, long Version, string Marks) : Outcome;

        internal sealed record NotAllowed(ChangeObstacle Why) : Outcome;

        internal sealed record NoSuchInvoice : Outcome;
    }
}
